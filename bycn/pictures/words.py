"""The words of a picture itself, in the languages that names are told in."""
# ruff: noqa: E501 - a word a line

LANGUAGES = ("en", "be", "ru", "zh", "fr")

COUNTRIES = {"BY": "Belarus", "CN": "China", "XX": "Joint or international"}

_SAID: dict[str, tuple[str, str, str, str]] = {
    # English: Belarusian, Russian, Chinese, French
    "Belarus": ("Беларусь", "Беларусь", "白俄罗斯", "Bélarus"),
    "China": ("Кітай", "Китай", "中国", "Chine"),
    "Joint or international": ("Сумесныя і міжнародныя", "Совместные и международные", "联合或国际", "Commun ou international"),
    "Twinned with": ("Пабрацімства", "Побратимство", "友好城市", "Jumelage"),
    "Agreement": ("Пагадненне", "Соглашение", "协议", "Accord"),
    "Contract": ("Кантракт", "Контракт", "合同", "Contrat"),
    "Trade flow": ("Гандаль", "Торговля", "贸易", "Échanges"),
    "Export": ("Экспарт", "Экспорт", "出口", "Exportation"),
    "Import": ("Імпарт", "Импорт", "进口", "Importation"),
    "Turnover": ("Тавараабарот", "Товарооборот", "贸易额", "Échanges totaux"),
    "Accredited at": ("Акрэдытацыя", "Аккредитация", "认证", "Accréditation"),
    "Joint project": ("Сумесны праект", "Совместный проект", "合作项目", "Projet commun"),
    "Cooperates with": ("Супрацоўніцтва", "Сотрудничество", "合作", "Coopération"),
    "Took part in": ("Удзел", "Участие", "参加", "Participation"),
    "Member of": ("Член", "Член", "成员", "Membre de"),
    "Part of": ("Частка", "Часть", "隶属", "Partie de"),
    "Located in": ("Размяшчэнне", "Расположение", "位于", "Situé à"),
    "Indicator": ("Паказчык", "Показатель", "指标", "Indicateur"),
    "Country": ("Краіна", "Страна", "国家", "Pays"),
    "Oblast": ("Вобласць", "Область", "州", "Oblast"),
    "Province": ("Правінцыя", "Провинция", "省", "Province"),
    "City": ("Горад", "Город", "城市", "Ville"),
    "District": ("Раён", "Район", "区", "District"),
    "University": ("Універсітэт", "Университет", "大学", "Université"),
    "Company": ("Кампанія", "Компания", "公司", "Entreprise"),
    "Exchange": ("Біржа", "Биржа", "交易所", "Bourse"),
    "Economic zone": ("Эканамічная зона", "Экономическая зона", "经济区", "Zone économique"),
    "Institution": ("Установа", "Учреждение", "机构", "Institution"),
    "Event": ("Падзея", "Событие", "活动", "Événement"),
    "Left unnamed by the source": ("Не названы ў крыніцы", "Не назван в источнике", "来源未指明", "Non nommé par la source"),
    "planned": ("у планах", "в планах", "计划中", "prévus"),
    "Ended": ("Скончана", "Завершено", "已终止", "Terminé"),
    "Width": ("Таўшчыня", "Толщина", "线宽", "Épaisseur"),
    "largest amount": ("найбольшая сума", "наибольшая сумма", "最大金额", "montant le plus élevé"),
    "root scale": ("шкала кораня", "корневая шкала", "平方根刻度", "échelle racine"),
    "log scale": ("лагарыфмічная шкала", "логарифмическая шкала", "对数刻度", "échelle log"),
    "no amount told": ("сума не названа", "сумма не названа", "未说明金额", "montant non indiqué"),
    "m": ("млн", "млн", "百万", "M"),
    "bn": ("млрд", "млрд", "十亿", "Md"),
    "facts (solid)": ("фактаў (суцэльныя)", "фактов (сплошные)", "项事实（实线）", "faits (trait plein)"),
    "plans (dashed)": ("планаў (пункцір)", "планов (пунктир)", "项计划（虚线）", "projets (tireté)"),
    "facts": ("фактаў", "фактов", "项事实", "faits"),
    "plans": ("планаў", "планов", "项计划", "projets"),
    "A number is how many facts a line stands for": (
        "Лік – колькі фактаў азначае лінія",
        "Число – сколько фактов обозначает линия",
        "数字表示线条代表的事实数",
        "Le nombre indique combien de faits un trait représente",
    ),
    "width by": ("таўшчыня паводле", "толщина по", "线宽按", "épaisseur selon"),
    "without width": ("без таўшчыні", "без толщины", "不计线宽", "sans épaisseur"),
    "and its ties": ("і сувязі", "и связи", "及其联系", "et ses liens"),
    "and": ("і", "и", "和", "et"),
    "Belarus–China cooperation": ("Супрацоўніцтва Беларусі і Кітая", "Сотрудничество Беларуси и Китая", "白俄罗斯与中国的合作", "Coopération Bélarus–Chine"),
    "Regions of Belarus and provinces of China": ("Рэгіёны Беларусі і правінцыі Кітая", "Регионы Беларуси и провинции Китая", "白俄罗斯各州与中国各省", "Régions du Bélarus et provinces de Chine"),
    "Ties, and plans behind the +": ("Сувязі, пасля + планы", "Связи, после + планы", "联系数，+后为计划", "Liens, et projets après le +"),
    "Ribbons in proportion to ties; plans are hatched": ("Стужкі прапарцыйныя сувязям; планы заштрыхаваны", "Ленты пропорциональны связям; планы заштрихованы", "带宽与联系数成正比；计划为斜线", "Rubans proportionnels aux liens ; projets hachurés"),
    "no region told": ("рэгіён не названы", "регион не назван", "未说明地区", "région non indiquée"),
}  # fmt: skip


def said(english: str, language: str) -> str:
    """A word in a language; in English where it isn't known.

    >>> said("Agreement", "zh")
    '协议'
    """
    if language == "en" or english not in _SAID:
        return english
    return _SAID[english][LANGUAGES.index(language) - 1]
