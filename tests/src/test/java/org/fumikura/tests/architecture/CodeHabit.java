package org.fumikura.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// How code is written here, where neither the compiler nor Error Prone looks.
enum CodeHabit implements ArchitectureRule {
    NAMES_SAY_WHAT_THINGS_ARE(
            noClasses()
                    .should()
                    .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils)(\\$.*)?")
                    .because("a bag of functions grows without end; a thing with a name does not")),

    STATIC_FIELDS_ARE_FINAL(
            fields().that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(SYNTHETIC)
                    .should()
                    .beFinal()
                    .because("state belongs to an object that someone owns and closes")),

    STATIC_FIELDS_HOLD_NOTHING_THAT_CHANGES(
            noFields()
                    .that()
                    .areStatic()
                    .and()
                    .doNotHaveModifier(SYNTHETIC)
                    .should()
                    .haveRawType(changing())
                    .because("state belongs to an object that someone owns and closes")),

    FIELDS_ARE_NOT_PUBLIC_AND_CHANGING(
            fields().that()
                    .arePublic()
                    .should()
                    .beFinal()
                    .because("who may change a field is said by its methods")),

    ONLY_MAIN_ENDS_THE_PROCESS(
            noClasses()
                    .that(areNotMain())
                    .should()
                    .callMethod(System.class, "exit", int.class)
                    .orShould()
                    .callMethod(Runtime.class, "exit", int.class)
                    .orShould()
                    .callMethod(Runtime.class, "halt", int.class)
                    .because("what a library cannot do it reports; it does not end the window")),

    FAILURES_OF_RAG_HAVE_ONE_ROOT(
            classes()
                    .that()
                    .resideInAPackage("org.fumikura.rag..")
                    .and()
                    .arePublic()
                    .and()
                    .areAssignableTo(RuntimeException.class)
                    .should()
                    .beAssignableTo("org.fumikura.rag.RagException")
                    .because("a caller catches one type and reads its code")),

    FAILURES_OF_INFERENCE_HAVE_ONE_ROOT(
            classes()
                    .that()
                    .resideInAPackage("org.fumikura.inference..")
                    .and()
                    .arePublic()
                    .and()
                    .areAssignableTo(RuntimeException.class)
                    .and()
                    // What a runtime tells its worker: no caller of the engine ever sees it.
                    .doNotHaveSimpleName("RuntimeUnusableException")
                    .should()
                    .beAssignableTo("org.fumikura.inference.InferenceException")
                    .because("a caller catches one type and reads its code")),

    NO_GENERIC_EXCEPTIONS(
            noClasses().should(THROW_GENERIC_EXCEPTIONS).because("what can be caught has a name")),

    NO_BOOLEAN_PARAMETERS(
            methods()
                    .that()
                    .arePublic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage("org.fumikura.rag..", "org.fumikura.inference..")
                    .and()
                    .areDeclaredInClassesThat()
                    .arePublic()
                    .should(not(takeABoolean()))
                    .because("a call with `true` in it cannot be read: two methods, or an enum")),

    LOGGING_GOES_THROUGH_SLF4J(
            noClasses()
                    .that()
                    .resideInAnyPackage("org.fumikura.rag..", "org.fumikura.inference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging..")
                    .because("the application says where logs go, and only it"));

    private final ArchRule rule;

    CodeHabit(ArchRule rule) {
        this.rule = rule;
    }

    @Override
    public ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaClass> changing() {
        DescribedPredicate<JavaClass> types = assignableTo(ThreadLocal.class);
        for (Class<?> type :
                List.of(
                        ConcurrentMap.class,
                        AtomicBoolean.class,
                        AtomicInteger.class,
                        AtomicLong.class,
                        AtomicReference.class,
                        java.util.HashMap.class,
                        java.util.HashSet.class,
                        java.util.ArrayList.class,
                        java.util.Queue.class,
                        StringBuilder.class)) {
            types = types.or(assignableTo(type));
        }
        return types.or(assignableTo("javafx.beans.property.Property"))
                .as("a type whose content changes");
    }

    /// The `main` classes, and the worker's session, which must end a process whose native code no
    /// longer answers.
    private static DescribedPredicate<JavaClass> areNotMain() {
        return DescribedPredicate.describe(
                "are not main classes",
                type ->
                        !List.of(
                                        "Main",
                                        "WorkerMain",
                                        "WorkerSession",
                                        "QuantizeMain",
                                        "ParserMain")
                                .contains(type.getSimpleName()));
    }

    private static ArchCondition<JavaMethod> takeABoolean() {
        return new ArchCondition<>("take a boolean") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takes =
                        method.getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(boolean.class));
                events.add(
                        new SimpleConditionEvent(
                                method, takes, method.getFullName() + " takes a boolean"));
            }
        };
    }
}
