package org.fumikura.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Who may see whom.
enum ModuleWall implements ArchitectureRule {
    RAG_SEES_ONLY_ITSELF(
            noClasses()
                    .that()
                    .resideInAPackage("org.fumikura.rag..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.fumikura.inference..", "org.fumikura.app..", "org.fumikura.ui..")
                    .because(
                            "rag and inference share langchain4j's words only, so that either can be"
                                    + " replaced; the window is built on both")),

    INFERENCE_SEES_ONLY_ITSELF(
            noClasses()
                    .that()
                    .resideInAPackage("org.fumikura.inference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.fumikura.rag..", "org.fumikura.app..", "org.fumikura.ui..")
                    .because("a model runtime knows nothing of documents, citations or windows")),

    ONLY_COMPOSITION_GIVES_RAG_ITS_MODELS(
            classes()
                    .that()
                    .resideInAPackage("org.fumikura.app..")
                    .and()
                    .haveNameNotMatching("org\\.fumikura\\.app\\.(Composition|RagModels)(\\$.*)?")
                    .should(seeOneOf("org.fumikura.rag..", "org.fumikura.inference.engine.."))
                    .because(
                            "one place gives models to retrieval and answers, so that one file shows how")),

    JAVAFX_ONLY_IN_APP(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fumikura.app..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli..")
                    .because(
                            "the pipeline runs in a terminal, and threads of the window end in app")),

    COMMAND_LINE_WITHOUT_WINDOW(
            noClasses()
                    .that()
                    .resideInAPackage("org.fumikura.app.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "atlantafx..", "org.fumikura.app.fx..")
                    .because("the command line works where there is no display and no GTK")),

    FX_THREAD_ONLY_IN_FX(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fumikura.app.fx..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("javafx.application.Platform")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx.concurrent..")
                    .because(
                            "one package crosses between threads; all others say which one they are on")),

    LANGCHAIN4J_NOT_IN_VIEWS(
            noClasses()
                    .that()
                    .resideInAPackage("org.fumikura.app..")
                    .and()
                    .haveNameMatching(".*(View|ViewModel|ViewState|Cell)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.langchain4j..")
                    .because("a window shows answers and states, not a model library's messages")),

    LLAMA_ONLY_IN_ITS_PACKAGE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fumikura.inference.llama..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("de.kherud..")
                    .because("the binding crashes and is not kept up: it must be easy to replace")),

    LUCENE_ONLY_IN_INDEX_AND_RETRIEVE(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.fumikura.rag.index..", "org.fumikura.rag.retrieve..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.lucene..")
                    .because("a team library on another search engine comes behind rag.index")),

    PARSERS_ONLY_IN_PARSE(
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.fumikura.rag.parse..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.pdfbox..",
                            "org.apache.tika..",
                            "org.apache.poi..",
                            "org.apache.james..",
                            "org.apache.commons.csv..",
                            "org.jsoup..")
                    .because("documents that break a parser must break it in one place")),

    SQL_ONLY_WHERE_THINGS_ARE_KEPT(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.fumikura.rag.library..",
                            "org.fumikura.rag.chat..",
                            "org.fumikura.rag.feedback..",
                            "org.fumikura.rag.note..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.sqlite..")
                    .because("the database has one writer and one schema")),

    NETWORK_ONLY_IN_CATALOG_AND_REMOTE(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.fumikura.inference.catalog..", "org.fumikura.inference.remote..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.net.http..", "javax.net..", "dev.langchain4j.http..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.net\\.(Server|Datagram|Multicast)?Socket")
                    .because("nothing leaves the machine but what a person asked for")),

    PROCESSES_ONLY_WHERE_THEY_ARE_WATCHED(
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.fumikura.inference.catalog..",
                            "org.fumikura.inference.engine..",
                            "org.fumikura.rag.parse.process..")
                    .and()
                    .doNotHaveSimpleName("SystemViewer")
                    .and()
                    .doNotHaveSimpleName("Tesseract")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(ProcessBuilder.class.getName())
                    .because(
                            "a process that is started must be supervised and ended; the one that shows"
                                    + " a document belongs to the person")),

    SHARED_WORDS_STAND_ALONE(
            classes()
                    .that()
                    .resideInAPackage("org.fumikura.rag")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("org.fumikura.rag", "java..", "org.jspecify..")
                    .because(
                            "documents and passages are values that every step and store can hold")),

    PIPELINE_GOES_ONE_WAY(
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("parse")
                    .definedBy("org.fumikura.rag.parse..")
                    .layer("chunk")
                    .definedBy("org.fumikura.rag.chunk..")
                    .layer("index")
                    .definedBy("org.fumikura.rag.index..")
                    .layer("retrieve")
                    .definedBy("org.fumikura.rag.retrieve..")
                    .layer("answer")
                    .definedBy("org.fumikura.rag.answer..")
                    .layer("library")
                    .definedBy("org.fumikura.rag.library..")
                    .layer("search")
                    .definedBy("org.fumikura.rag.search..")
                    .layer("chat")
                    .definedBy("org.fumikura.rag.chat..")
                    .layer("eval")
                    .definedBy("org.fumikura.rag.eval..")
                    .whereLayer("parse")
                    .mayOnlyBeAccessedByLayers("chunk", "library", "eval")
                    .whereLayer("chunk")
                    .mayOnlyBeAccessedByLayers("retrieve", "library", "answer", "eval")
                    .whereLayer("index")
                    .mayOnlyBeAccessedByLayers("retrieve", "library", "answer", "search", "eval")
                    .whereLayer("retrieve")
                    .mayOnlyBeAccessedByLayers("answer", "search", "chat", "eval")
                    .whereLayer("answer")
                    .mayOnlyBeAccessedByLayers("search", "chat", "eval")
                    .whereLayer("library")
                    .mayOnlyBeAccessedByLayers("answer", "search", "chat", "eval")
                    .whereLayer("search")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("chat")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("eval")
                    .mayNotBeAccessedByAnyLayer()
                    .because("a question goes through the steps in one direction")),

    NO_PACKAGE_CYCLES(
            slices().matching("org.fumikura.(**)")
                    .should()
                    .beFreeOfCycles()
                    // Main starts the command line, which is given the wired whole.
                    .ignoreDependency(
                            resideInAPackage("org.fumikura.app.cli"),
                            resideInAPackage("org.fumikura.app"))
                    .because("a package that cannot be read without another is part of it"));

    private final ArchRule rule;

    ModuleWall(ArchRule rule) {
        this.rule = rule;
    }

    @Override
    public ArchRule rule() {
        return rule;
    }

    private static ArchCondition<JavaClass> seeOneOf(String first, String second) {
        return new ArchCondition<>("see only one of %s and %s".formatted(first, second)) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean both = sees(item, first) && sees(item, second);
                String message = item.getName() + " sees " + first + " and " + second;
                events.add(new SimpleConditionEvent(item, !both, message));
            }
        };
    }

    private static boolean sees(JavaClass item, String packages) {
        return item.getDirectDependenciesFromSelf().stream()
                .anyMatch(seen -> resideInAPackage(packages).test(seen.getTargetClass()));
    }
}
