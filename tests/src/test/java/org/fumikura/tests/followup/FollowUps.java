package org.fumikura.tests.followup;

import java.util.List;
import java.util.stream.Stream;

/// Follow-ups written by hand, each with the exchange before it and the words that its meaning must
/// have, and questions that need no rewriting though something was said before.
final class FollowUps {
    private FollowUps() {}

    /// @param needs what the rewritten question must have; empty if it must stay as it is
    record FollowUp(String before, String reply, String asked, List<String> needs) {
        @Override
        public String toString() {
            return asked;
        }
    }

    static List<FollowUp> all() {
        return Stream.of(english(), japanese(), complete()).flatMap(List::stream).toList();
    }

    static List<FollowUp> english() {
        return List.of(
                of(
                        "How many visitors did the museum have in 2022?",
                        "It had 12,400 visitors.",
                        "And in 2023?",
                        "museum",
                        "visitors",
                        "2023"),
                of(
                        "Who built the bridge over the Lune?",
                        "Halvorsen Marine built it.",
                        "How long is it?",
                        "long",
                        "bridge"),
                of(
                        "When does the first ferry to Harrow Island leave?",
                        "It leaves at 6:40.",
                        "And the last one?",
                        "last",
                        "ferry",
                        "Harrow"),
                of(
                        "How high is the deposit for the flat?",
                        "The deposit is 900 euros.",
                        "When is it due?",
                        "deposit",
                        "due"),
                of(
                        "What does the warranty of the oven cover?",
                        "It covers the heating element.",
                        "For how long?",
                        "warranty",
                        "long"),
                of(
                        "Who feeds the bees in November?",
                        "Mrs. Okonkwo feeds them.",
                        "What does she feed them?",
                        "Okonkwo",
                        "bees"),
                of(
                        "How much is the daily allowance for trips in Japan?",
                        "It is 2,800 yen.",
                        "What about trips abroad?",
                        "allowance",
                        "abroad"),
                of(
                        "Where do people gather in the evacuation drill?",
                        "At the south gate.",
                        "And if it rains?",
                        "rains",
                        "gather"),
                of(
                        "How often is the honey harvested?",
                        "Twice a year, in June and in September.",
                        "How heavy is the harvest of each hive then?",
                        "honey",
                        "harvest"),
                of(
                        "Which turbine was replaced in March?",
                        "The turbine of the tidal station was replaced by Halvorsen Marine.",
                        "How many kilowatts does the new one deliver?",
                        "kilowatts",
                        "turbine"));
    }

    static List<FollowUp> japanese() {
        return List.of(
                of("令和4年度の来館者は何人ですか。", "1万2千人です。", "では令和5年度は？", "令和5年度", "来館者"),
                of("東京に出張するときの宿泊費の上限はいくらですか。", "13,000円です。", "海外の場合は？", "海外", "宿泊費"),
                of("在宅勤務は週に何日までできますか。", "週に3日までできます。", "それはいつ申請しますか。", "在宅勤務", "申請"),
                of("避難訓練の集合場所はどこですか。", "第二校庭の南門です。", "雨の場合は？", "雨", "集合"),
                of("川島橋を設計したのは誰ですか。", "田中一郎です。", "それはいつ完成しましたか。", "川島橋", "完成"),
                of("本は一度に何冊まで借りられますか。", "五冊まで借りられます。", "期間は？", "期間", "本"),
                of("山田さんの担当は何ですか。", "経理を担当しています。", "彼の電話番号は？", "山田", "電話番号"),
                of("第一工場の従業員は何人ですか。", "320人です。", "第二工場はどうですか。", "第二工場", "従業員"),
                of("研修の申込期限はいつですか。", "5月10日です。", "費用はいくらですか。", "研修", "費用"),
                of("この製品の保証期間は何年ですか。", "2年間です。", "延長はできますか。", "保証", "延長"));
    }

    static List<FollowUp> complete() {
        return List.of(
                of(
                        "How high is the deposit for the flat?",
                        "The deposit is 900 euros.",
                        "Which documents does the landlord need from new tenants?"),
                of(
                        "Who built the bridge over the Lune?",
                        "Halvorsen Marine built it.",
                        "When does the first ferry to Harrow Island leave?"),
                of("令和4年度の来館者は何人ですか。", "1万2千人です。", "図書室の本の貸出期間を教えてください。"),
                of("川島橋を設計したのは誰ですか。", "田中一郎です。", "東京に出張するときの宿泊費の上限はいくらですか。"));
    }

    private static FollowUp of(String before, String reply, String asked, String... needs) {
        return new FollowUp(before, reply, asked, List.of(needs));
    }
}
