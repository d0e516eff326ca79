package switchboard.plugins;

import java.util.Arrays;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no plugin end the process by accident: where its code calls {@code System.exit}, {@code Runtime.exit} or
 * {@code Runtime.halt}, as a program that became a library does, an exception is thrown instead, and fails what it was about
 * to do. No protection from ill will: reflection and native code find other ways, see {@link Probation} and {@link Signatures}.
 *
 * <p>Thread-safe.
 */
final class NoExit implements WeavingHook {

    static final String REASON = "it wanted to end the server's process (System.exit)";

    private static final Logger log = LoggerFactory.getLogger(NoExit.class);
    /** What ends the process; and what stands for it in the same class, with the receiver as an argument. */
    private static final Map<String, String> STAND_INS = Map.of(
            "java/lang/System.exit(I)V", "(I)V",
            "java/lang/Runtime.exit(I)V", "(Ljava/lang/Runtime;I)V",
            "java/lang/Runtime.halt(I)V", "(Ljava/lang/Runtime;I)V");
    private static final String NAME = "switchboard$exit";

    @Override
    public void weave(WovenClass woven) {
        if (!woven.getBundleWiring().getBundle().getLocation().startsWith(PluginJar.SCHEME)) {
            return;
        }
        try {
            byte[] before = woven.getBytes();
            byte[] after = woven(before);
            if (!Arrays.equals(before, after)) {
                woven.setBytes(after);
                log.warn("bundle={} class={} event=exit-forbidden", woven.getBundleWiring().getBundle().getSymbolicName(), woven.getClassName());
            }
        } catch (RuntimeException e) { // a class that cannot be read is the virtual machine's to refuse, in its own words
            log.debug("class={} event=not-woven", woven.getClassName(), e);
        }
    }

    /** The class, without a way out; the same bytes if it has none. */
    static byte[] woven(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        WithoutExit visitor = new WithoutExit(writer);
        reader.accept(visitor, 0);
        return visitor.changed ? writer.toByteArray() : bytes;
    }

    private static final class WithoutExit extends ClassVisitor {

        private String self = "";
        private boolean inInterface;
        private boolean changed;

        WithoutExit(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
            self = name;
            inInterface = (access & Opcodes.ACC_INTERFACE) != 0;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
        }

        @Override
        public void visitEnd() {
            if (changed) {
                STAND_INS.values().stream().distinct().forEach(this::addStandIn);
            }
            super.visitEnd();
        }

        private void addStandIn(String descriptor) {
            MethodVisitor method = super.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, NAME, descriptor, null, null);
            method.visitCode();
            method.visitTypeInsn(Opcodes.NEW, "java/lang/SecurityException");
            method.visitInsn(Opcodes.DUP);
            method.visitLdcInsn(REASON);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/SecurityException", "<init>", "(Ljava/lang/String;)V", false);
            method.visitInsn(Opcodes.ATHROW);
            method.visitMaxs(3, 2);
            method.visitEnd();
        }

        private final class Calls extends MethodVisitor {

            Calls(MethodVisitor next) {
                super(Opcodes.ASM9, next);
            }

            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
                String standIn = STAND_INS.get(owner + "." + name + descriptor);
                if (standIn == null) {
                    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                } else {
                    changed = true;
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, self, NAME, standIn, inInterface);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, Arrays.stream(arguments).map(this::harmless).toArray());
            }

            /** A method reference. */
            private Object harmless(Object argument) {
                String standIn = argument instanceof Handle handle ? STAND_INS.get(handle.getOwner() + "." + handle.getName() + handle.getDesc()) : null;
                if (standIn == null) {
                    return argument;
                }
                changed = true;
                return new Handle(Opcodes.H_INVOKESTATIC, self, NAME, standIn, inInterface);
            }
        }
    }
}
