package switchboard.company;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text must look like; for a list, each of its entries. Metatype has no word for it, so it stands beside it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Form {

    /** A regular expression, in the part of the language that Java and JSON Schema share. */
    String pattern() default ".+";

    /** What is allowed, to follow "it must be". */
    String says();

    /** Values that are allowed; editors offer them. */
    String[] examples() default {};
}
