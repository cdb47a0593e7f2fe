package org.fumikura.rag.answer;

import java.util.List;

/// A passage with questions and answers of which it is known what holds, by which a model's
/// opinions are tried. Written for this.
///
/// @param language of all of it
/// @param answered a question that the passage answers
/// @param right the answer to it
/// @param wrong an answer to it that the passage does not bear out
/// @param unanswered a question on the same matter that it does not answer
record Trial(
        Language language,
        String passage,
        String answered,
        String right,
        String wrong,
        String unanswered) {
    static final List<Trial> ALL =
            List.of(
                    english(
                            "Ms Carter signed the lease in March. Her brother paid the deposit two weeks later.",
                            "Who paid the deposit?",
                            "The deposit was paid by Ms Carter's brother.",
                            "Ms Carter paid the deposit herself.",
                            "How much is the rent?"),
                    english(
                            "The pump must be switched off before the filter is taken out. The filter is washed in warm water without soap.",
                            "How is the filter cleaned?",
                            "Warm water is used to wash the filter.",
                            "The filter is washed with soap.",
                            "How often must the filter be replaced?"),
                    english(
                            "In the trial the new drug lowered fever within an hour, but it had no effect on coughing.",
                            "What did the new drug relieve?",
                            "The new drug reduced fever.",
                            "The new drug relieved coughing.",
                            "Which company makes the new drug?"),
                    english(
                            "The bridge was built of oak and was swept away by a flood. The new one, made of stone, stands further up the river.",
                            "What was the first bridge made of?",
                            "The bridge that the flood destroyed was wooden.",
                            "The first bridge was made of stone.",
                            "Who designed the bridge?"),
                    japanese(
                            "契約書には山本さんが署名した。保証人になったのは、山本さんの姉である。",
                            "保証人になったのは誰ですか？",
                            "保証人は山本さんの姉だ。",
                            "山本さんが保証人になった。",
                            "契約の期間はいつまでですか？"),
                    japanese(
                            "この薬は食後に服用する。眠くなることがあるので、服用後は車を運転しないこと。",
                            "この薬を飲んだら何をしてはいけませんか？",
                            "この薬を飲んだ後に車を運転してはいけない。",
                            "この薬を飲んだ後に食事をしてはいけない。",
                            "この薬は一日に何回飲みますか？"),
                    japanese(
                            "申請書は窓口に提出するか、郵送する。電子メールでは受け付けていない。",
                            "申請書はどうやって提出しますか？",
                            "申請書は郵便で送ることができる。",
                            "申請書はメールで送ることができる。",
                            "申請の締め切りはいつですか？"),
                    japanese(
                            "旧校舎は木造で、火事で焼けた。新しい校舎は鉄筋コンクリートで建てられた。",
                            "焼けた校舎は何でできていましたか？",
                            "焼けた旧校舎は木でできていた。",
                            "焼けた旧校舎は鉄筋コンクリートでできていた。",
                            "新しい校舎には何人の生徒が通っていますか？"));

    private static Trial english(
            String passage, String answered, String right, String wrong, String unanswered) {
        return new Trial(Language.ENGLISH, passage, answered, right, wrong, unanswered);
    }

    private static Trial japanese(
            String passage, String answered, String right, String wrong, String unanswered) {
        return new Trial(Language.JAPANESE, passage, answered, right, wrong, unanswered);
    }
}
