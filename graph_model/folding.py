"""The folding of names: the key under which two spellings of one name are the same."""

import unicodedata
from functools import lru_cache

_APOSTROPHES = "'’‘ʼ`´ʹ′"
_LETTERS_AS_THEY_ARE = "йў"
"""Letters of their own, whose breve is no accent."""
_UNDECOMPOSED = str.maketrans("łøđħıŁØĐĦ", "lodhiLODH")
_SIMPLIFICATIONS = (
    "亞亚 倉仓 內内 劃划 創创 勞劳 區区 協协 卻却 參参 員员 問问 國国 園园 團团 圖图 報报 場场 塊块 壯壮 聲声 學学 "
    "實实 寧宁 專专 將将 對对 導导 屆届 島岛 師师 帶带 幣币 廈厦 廣广 應应 張张 強强 後后 復复 總总 慶庆 戰战 擴扩 "
    "據据 攜携 數数 斷断 時时 會会 東东 業业 榮荣 構构 樞枢 標标 機机 檢检 權权 歐欧 歷历 歸归 氣气 滿满 漢汉 濟济 "
    "濱滨 灣湾 濰潍 煙烟 爾尔 獨独 現现 環环 電电 產产 畫画 發发 盧卢 眾众 礦矿 確确 種种 積积 稅税 穩稳 築筑 簡简 "
    "糧粮 紀纪 約约 紅红 級级 統统 絲丝 經经 綏绥 維维 網网 線线 緊紧 縣县 績绩 織织 羅罗 義义 習习 聯联 職职 臺台 "
    "與与 興兴 舉举 艦舰 華华 莊庄 萬万 葉叶 處处 術术 衛卫 補补 裝装 見见 規规 親亲 觀观 計计 訊讯 訓训 記记 設设 "
    "許许 評评 試试 話话 認认 語语 誠诚 誤误 說说 課课 調调 談谈 論论 議议 護护 譯译 讀读 變变 豐丰 財财 貢贡 貨货 "
    "貿贸 費费 資资 賓宾 質质 車车 軍军 軟软 輸输 轉转 輕轻 辦办 農农 運运 達达 遠远 選选 遼辽 還还 邊边 郵邮 鄉乡 "
    "醫医 釋释 針针 鋼钢 錄录 錦锦 鎮镇 鐵铁 長长 門门 開开 間间 關关 陽阳 陳陈 際际 陸陆 陝陕 隊队 險险 雙双 雜杂 "
    "雲云 靈灵 韓韩 順顺 項项 領领 題题 額额 類类 風风 養养 館馆 馬马 驗验 體体 魯鲁 鮮鲜 麥麦 黃黄 點点 黨党 齊齐 "
    "龍龙 瀋沈 蘇苏 廠厂 廳厅 爐炉 獎奖 瑪玛 龐庞"
)
"""The traditional signs that names of bodies and places use, each with the simplified one."""
_SIMPLIFIED = str.maketrans(_SIMPLIFICATIONS[::3], _SIMPLIFICATIONS[1::3])
IN_UTF_8 = "set the terminal to UTF-8 and type it again"
"""What helps where something typed arrived as bytes of another encoding."""


class _Folded(dict[int, str]):
    """What becomes of each character, found once: letters stay, accents and apostrophes go, signs are blanks."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter.casefold() not in _LETTERS_AS_THEY_ARE:
            parts = unicodedata.normalize("NFKD", letter).translate(_UNDECOMPOSED).translate(_SIMPLIFIED)
            letter = unicodedata.normalize("NFC", "".join(map(_without_accents, parts)))
        self[code] = letter.casefold()
        return self[code]


def _without_accents(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf") or char in _APOSTROPHES:
        return ""
    return " " if category[0] in "PSZC" and category != "Cs" else char


_FOLDED = _Folded()


def is_text(text: str) -> bool:
    """Whether a text is made of characters alone, without bytes of another encoding, which Python lets through."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


@lru_cache(maxsize=1_000)
def fold(name: str) -> str:
    """The key under which a name is compared: without case, accents, apostrophes and punctuation.

    >>> fold("Xi’an") == fold("XIAN")
    True
    >>> fold("Могилёв") == fold("могилев")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).translate(_FOLDED).split())


def word_key(word: str) -> str:
    """The key of a word or sign: one that is made of signs alone stays as it is.

    >>> word_key("Tonnes"), word_key(" % ")
    ('tonnes', '%')
    """
    return fold(word) or word.strip()
