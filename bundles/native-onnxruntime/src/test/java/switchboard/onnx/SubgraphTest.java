package switchboard.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubgraphTest {

    private static final NodeProto FIRST = node("x", "y");
    private static final NodeProto SIDE = node("x", "unwanted");
    private static final NodeProto SECOND = node("y", "z");
    private static final NodeProto LAST = node("z", "out");
    private static final List<NodeProto> GRAPH = List.of(FIRST, SIDE, SECOND, LAST);

    @Test
    void what_leads_to_the_outputs_is_kept_in_its_order() {
        assertThat(Subgraph.between(GRAPH, List.of("x"), List.of("out"))).containsExactly(FIRST, SECOND, LAST);
    }

    @Test
    void what_makes_an_input_is_left_out() {
        assertThat(Subgraph.between(GRAPH, List.of("y"), List.of("out"))).containsExactly(SECOND, LAST);
    }

    @Test
    void an_input_that_is_made_beside_something_wanted_keeps_its_maker() {
        NodeProto both = node("x", "y", "wanted");
        assertThat(Subgraph.between(List.of(both, SECOND), List.of("y"), List.of("z", "wanted"))).containsExactly(both, SECOND);
    }

    @Test
    void a_node_that_two_outputs_need_comes_once() {
        assertThat(Subgraph.between(GRAPH, List.of("x"), List.of("out", "unwanted", "y"))).isEqualTo(GRAPH);
    }

    @Test
    void an_input_that_is_left_out_needs_nothing() {
        NodeProto withoutFirst = node("x", "", "mask");
        NodeProto withoutSecond = node("", "out");
        assertThat(Subgraph.between(List.of(withoutFirst, withoutSecond), List.of("x"), List.of("out"))).containsExactly(withoutSecond);
    }

    @Test
    void an_output_that_nothing_makes_needs_nothing() {
        assertThat(Subgraph.between(GRAPH, List.of("x"), List.of("elsewhere"))).isEmpty();
    }

    @Test
    void floats_are_declared_without_a_shape() {
        assertThat(Subgraph.floats("y").getType().getTensorType().getElemType()).isEqualTo(TensorProto.DataType.FLOAT_VALUE);
        assertThat(Subgraph.floats("y").getType().getTensorType().hasShape()).isFalse();
    }

    private static NodeProto node(String input, String... outputs) {
        return NodeProto.newBuilder().setOpType("Relu").addInput(input).addAllOutput(List.of(outputs)).build();
    }
}
