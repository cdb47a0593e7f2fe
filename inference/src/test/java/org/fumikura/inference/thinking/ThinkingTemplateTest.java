package org.fumikura.inference.thinking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThinkingTemplateTest {
    private static final String BEGINNING = "<|im_start|>assistant\n";
    private static final String HYBRID =
            "{%- set content = content.split('</think>')[-1] %}{%- if add_generation_prompt %}"
                    + "{{- '<|im_start|>assistant\n' }}{%- if enable_thinking is false %}"
                    + "{{- '<think>\n\n</think>\n\n' }}{%- endif %}{%- endif %}";
    private static final String OPENING =
            "{% set content = content.split('</think>')[-1] %}{% if add_generation_prompt %}"
                    + "{{'<|Assistant|><think>\n'}}{% endif %}";

    private static ThinkingTemplate of(String template) {
        return ThinkingTemplate.of(template).orElseThrow();
    }

    @Test
    void templateThatSaysNothingOfThoughtsHasNone() {
        String plain = "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
        assertEquals(Optional.empty(), ThinkingTemplate.of(plain));
    }

    @Test
    void modelThatOpensItsThoughtItselfIsLeftTo() {
        assertEquals(new ThinkingTemplate(ThinkingMarks.THINK, false), of(HYBRID));
        assertEquals(BEGINNING, of(HYBRID).thinking(BEGINNING));
        assertEquals(BEGINNING + "<think>\n\n</think>\n\n", of(HYBRID).atOnce(BEGINNING));
    }

    @Test
    void thoughtThatTheTemplateOpensIsOpenedOnce() {
        assertEquals(new ThinkingTemplate(ThinkingMarks.THINK, true), of(OPENING));
        String opened = BEGINNING + "<think>\n";
        assertEquals(opened, of(OPENING).thinking(BEGINNING));
        assertEquals(opened, of(OPENING).thinking(opened));
        assertEquals(opened + "\n\n</think>\n\n", of(OPENING).atOnce(opened));
    }
}
