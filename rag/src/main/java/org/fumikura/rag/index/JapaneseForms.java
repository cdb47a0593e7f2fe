package org.fumikura.rag.index;

import java.io.Reader;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;

/// Spellings of the same Japanese word made one: kana that are written in two ways, and the kanji
/// of names that have an older or a rarer form (髙橋 and 高橋). What NFKC folds is folded before.
final class JapaneseForms {
    /// A spelling and the usual one, by turns.
    private static final String[] SPELLINGS = {
        "ヴァ", "バ", "ヴィ", "ビ", "ヴェ", "ベ", "ヴォ", "ボ", "ヴ", "ブ", "ウィ", "ウイ", "ウェ", "ウエ", "ウォ", "ウオ",
        "クァ", "クア", "クィ", "クイ", "クォ", "クオ", "髙", "高", "﨑", "崎", "嵜", "崎", "邊", "辺", "邉", "辺", "齋",
        "斎", "齊", "斉", "濵", "浜", "濱", "浜", "澤", "沢", "廣", "広", "國", "国", "櫻", "桜", "眞", "真", "惠",
        "恵", "嶋", "島", "嶌", "島", "德", "徳", "瀨", "瀬", "榮", "栄", "學", "学", "會", "会", "縣", "県", "龍",
        "竜", "劍", "剣", "壽", "寿", "條", "条", "藏", "蔵", "關", "関", "鐵", "鉄", "冨", "富", "舘", "館", "彥",
        "彦", "增", "増", "曾", "曽", "萬", "万", "靜", "静", "寳", "宝", "寶", "宝", "寬", "寛", "敎", "教", "礒",
        "磯", "桒", "桑", "栁", "柳", "﨟", "臈", "𠮷", "吉",
    };

    private static final NormalizeCharMap USUAL = usual();

    private JapaneseForms() {}

    private static NormalizeCharMap usual() {
        var map = new NormalizeCharMap.Builder();
        for (int i = 0; i < SPELLINGS.length; i += 2) {
            map.add(SPELLINGS[i], SPELLINGS[i + 1]);
        }
        return map.build();
    }

    /// `text` in its usual spelling; offsets stay those of `text`.
    static Reader usual(Reader text) {
        return new MappingCharFilter(USUAL, text);
    }

    /// `text` with its hiragana as katakana.
    static String katakana(String text) {
        var katakana = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean hiragana = c >= 'ぁ' && c <= 'ゖ';
            katakana.append(hiragana ? (char) (c - 'ぁ' + 'ァ') : c);
        }
        return katakana.toString();
    }
}
