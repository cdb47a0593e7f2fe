package org.fumikura.rag.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;

/// Recognises sentences of a document that speak to the model that reads them ("ignore previous
/// instructions", "answer only with …") instead of to a person. The model is not shown them, and
/// nothing rests on them: what they demand to be said would else be borne out by their own words.
///
/// A sentence that only demands an answer ("Reply with yes.") counts beside one that is plainly
/// meant for a model; alone it may be part of a form. What stands between two such is part of them.
final class Instruction {
    private static final int FRAGMENT = 24;
    private static final Pattern STOPPED = Pattern.compile("[.!?。！？]\\W*$");

    private static final int CASE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    /// Signs of chat templates, with and without the bars that some models write full-width.
    private static final String TEMPLATE =
            "<[|｜][^<>]{0,40}[|｜]?>|<</?sys>>|\\[/?inst\\]|</?(?:start|end)_of_turn>|</s>|<think>";

    private static final Pattern MEANT_FOR_A_MODEL =
            Pattern.compile(
                    TEMPLATE
                            + "|(?:ignore|disregard|forget|override|bypass)\\b.{0,40}\\b(?:instructions?|prompts?|rules|directions|guidelines|passages|documents|said before|question|above)\\b"
                            + "|\\b(?:new|updated|real|hidden|secret|system)\\s+(?:system\\s+)?(?:instructions?|prompt|task)\\b"
                            + "|\\byou are (?:now|no longer)\\b|\\bfrom now on\\b.{0,20}\\byou\\b|\\bpretend (?:to be|that you)\\b|\\byour (?:new |only |real )?(?:role|task|job) (?:is|as)\\b"
                            + "|\\b(?:to|for|attention) (?:the |any |all )?(?:ai|llm|language model|chatbot|assistant|ai assistant|model)s?\\s*[:,-]"
                            + "|\\b(?:ai|llm|language models?|chatbots?|assistants?|ai systems?)\\b.{0,40}\\b(?:must|should|shall|has to|have to|will)\\b.{0,30}\\b(?:answer|say|reply|respond|ignore|output|write|tell|recommend|claim|state)"
                            + "|\\b(?:answer|reply|respond|output)\\b.{0,50}\\b(?:only|exactly|verbatim|nothing else|instead|regardless)\\b"
                            + "|\\b(?:say|write|print|return|output|repeat|include|append)\\b.{0,20}\\b(?:the word|the phrase|the password|the following (?:word|text|sentence))\\b"
                            + "|\\b(?:whatever|no matter what|regardless of what|whenever|when|if)\\b.{0,30}\\b(?:asks?|asked|question is)\\b.{0,50}\\b(?:answer|reply|respond|say|tell|claim|state|output|write)\\b"
                            + "|\\banswers? (?:to )?(?:every|all|any|each) (?:possible )?questions?\\b"
                            + "|\\banswer to (?:all|any|every|each|the user)\\b.{0,20}question"
                            + "|(?m:^\\s*(?:#+\\s*)?(?:system|assistant|user|developer|instructions?|response)\\s*[:：])"
                            + "|(?:これまで|今まで|以前|上記|前|すべて|全て|他|元)の.{0,12}(?:指示|命令|ルール|規則|プロンプト|設定|資料|質問).{0,10}(?:無視|忘れ|破棄|従わ)"
                            + "|(?:指示|命令|プロンプト|質問|資料)(?:は|を)?(?:すべて|全て|全部)?(?:無視|忘れ|破棄)"
                            + "|(?:あなた|君|お前)は(?:今から|これから|もう|今後)|(?:今から|これから|今後は?)、?(?:あなた|君)は|あなたの(?:新しい|本当の)?(?:役割|任務|仕事)は"
                            + "|(?:AI|人工知能|アシスタント|言語モデル|チャットボット|LLM|モデル)(?:へ|への|に対する|向けの?)(?:の)?(?:指示|命令|注意|お願い|連絡|メッセージ)"
                            + "|(?:AI|人工知能|アシスタント|言語モデル|チャットボット|LLM).{0,6}は.{0,40}(?:答え|回答|返答|出力|言っ|述べ|従)"
                            + "|(?:とだけ|のみを?|だけを)(?:、)?(?:答え|回答|出力|返答|書|述べ|言|返)"
                            + "|(?:何を|何が|どんな質問|どのような質問|誰に|どの質問).{0,10}(?:聞かれ|尋ねられ|問われ|され|来)"
                            + "|(?:システム|隠し|新しい)(?:プロンプト|指示|メッセージ|命令)"
                            + "|(?:すべて|全て|あらゆる)の質問の(?:答え|正解|回答)|質問(?:に|へ)は必ず"
                            + "|(?m:^\\s*#+\\s*(?:指示|命令|回答|応答)\\s*[:：]?\\s*$)"
                            + "|(?m:^\\s*(?:システム|アシスタント|ユーザー|利用者)\\s*[:：])",
                    CASE);

    private static final Pattern DEMAND =
            Pattern.compile(
                    "^\\W*(?:please |now |then |just |simply |instead,? )?(?:answer|reply|respond|say|output|print|write|repeat|state|tell|begin|end|reveal|include|translate)\\b"
                            + "|\\b(?:you must|you should|you will) (?:answer|reply|respond|say|output|write|state|tell)"
                            + "|(?:答え|回答し|返答し|出力し|書き|書い|言い|言っ|述べ|繰り返し|返し)(?:なさい|ろ|て(?:ください|下さい|ほしい)|ること)",
                    CASE);

    private Instruction() {}

    /// Whether `text` has words meant for a model.
    static boolean says(String text) {
        return MEANT_FOR_A_MODEL.matcher(fold(text)).find();
    }

    /// The sentences of `text` that are instructions to a model.
    static List<Span> in(String text, SentenceSplitter splitter) {
        List<Span> sentences = splitter.split(text);
        var found = new ArrayList<Span>();
        boolean before = false;
        for (int i = 0; i < sentences.size(); i++) {
            String sentence = sentences.get(i).of(text);
            boolean after = i + 1 < sentences.size() && says(sentences.get(i + 1).of(text));
            boolean one =
                    says(sentence)
                            || ((before || after) && demands(sentence))
                            || (before && (after || isFragment(sentence)));
            if (one) {
                found.add(sentences.get(i));
            }
            before = one;
        }
        return found;
    }

    /// What a forged reply consists of.
    private static boolean isFragment(String sentence) {
        return sentence.length() <= FRAGMENT && !STOPPED.matcher(sentence).find();
    }

    private static boolean demands(String sentence) {
        return DEMAND.matcher(fold(sentence)).find();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
