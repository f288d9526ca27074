"""The words of a picture itself, in the languages that there are names in."""
# ruff: noqa: E501 - a word a line

from collections.abc import Iterable

from bycn.pictures.words_of_page import OF_PAGE

LANGUAGES = ("en", "be", "ru", "zh", "fr")

WITH_COMMAS = ("en", "zh")
"""The languages that part thousands by commas; the others do so by a blank, and part fractions by a comma."""
_CONTINENTAL = str.maketrans({",": "\N{NO-BREAK SPACE}", ".": ","})

BETWEEN_LANGUAGES = " · "

WITHOUT_BLANKS = ("zh",)
"""The languages that put none between words and numbers."""

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
    "Unnamed in the source": ("Не названы ў крыніцы", "Не назван в источнике", "来源未指明", "Non nommé par la source"),
    "planned": ("у планах", "в планах", "计划中", "prévus"),
    "Ended": ("Скончана", "Завершено", "已终止", "Terminé"),
    "Width": ("Таўшчыня", "Толщина", "线宽", "Épaisseur"),
    "largest amount": ("найбольшая сума", "наибольшая сумма", "最大金额", "montant le plus élevé"),
    "root scale": ("шкала кораня", "корневая шкала", "平方根刻度", "échelle racine"),
    "log scale": ("лагарыфмічная шкала", "логарифмическая шкала", "对数刻度", "échelle log"),
    "no amount in {}": ("без сумы ў {}", "без суммы в {}", "无{}金额", "sans montant en {}"),
    "no amount given": ("сума не названа", "сумма не названа", "未说明金额", "montant non indiqué"),
    " m": (" млн", " млн", " 百万", " M"),
    " bn": (" млрд", " млрд", " 十亿", " Md"),
    "A number on a line counts its facts": (
        "Лік – колькі фактаў азначае лінія",
        "Число – сколько фактов обозначает линия",
        "数字表示线条代表的事实数",
        "Le nombre indique combien de faits un trait représente",
    ),
    "width by amount in {}": ("таўшчыня паводле сумы ў {}", "толщина по сумме в {}", "线宽按金额（{}）", "épaisseur selon le montant en {}"),
    "not shown by width: {}": ("таўшчынёй не паказаны: {}", "толщиной не показаны: {}", "未按线宽表示：{}", "sans effet sur l'épaisseur : {}"),
    "Amounts by Belarusian and by Chinese statistics": (
        "Сумы паводле беларускай і паводле кітайскай статыстыкі",
        "Суммы по белорусской и по китайской статистике",
        "金额分别据白俄罗斯和中国的统计",
        "Montants selon les statistiques bélarusses et chinoises",
    ),
    "{names} and its ties": ("{names} і сувязі", "{names} и связи", "{names}及其联系", "{names} et ses liens"),
    "{names} and their ties": ("{names} і сувязі", "{names} и связи", "{names}及其联系", "{names} et leurs liens"),
    "{names}, and what is tied to it in {steps} step{s}": ("{names} і тое, што з гэтым звязана (крокаў: {steps})", "{names} и то, что с этим связано (шагов: {steps})", "{names}，以及{steps}步之内与之相连者", "{names}, et ce qui y est lié (étapes : {steps})"),
    "{names} with all that lies inside, and what is tied to it in {steps} step{s}": ("{names} з усім, што ўнутры, і тое, што з гэтым звязана (крокаў: {steps})", "{names} со всем, что внутри, и то, что с этим связано (шагов: {steps})", "{names}及其内部的一切，以及{steps}步之内与之相连者", "{names} et tout ce qui s'y trouve, et ce qui y est lié (étapes : {steps})"),
    "How {0} and {1} are connected": ("Як звязаны {0} і {1}", "Как связаны {0} и {1}", "{0}与{1}如何相连", "Comment {0} et {1} sont liés"),
    "No facts found": ("Фактаў не знойдзена", "Фактов не найдено", "未找到事实", "Aucun fait trouvé"),
    "Chosen facts": ("Выбраныя факты", "Выбранные факты", "选定的事实", "Faits choisis"),
    "All entities and facts": ("Усе ўдзельнікі і факты", "Все участники и факты", "全部实体和事实", "Toutes les entités et tous les faits"),
    "The {drawn} of {all} entities with the most facts": ("{drawn} з {all} удзельнікаў, у якіх больш за ўсё фактаў", "{drawn} из {all} участников, у которых больше всего фактов", "{all}个实体中事实最多的{drawn}个", "Les {drawn} entités, sur {all}, ayant le plus de faits"),
    "{title}": ("Супрацоўніцтва Беларусі і Кітая", "Сотрудничество Беларуси и Китая", "白俄罗斯与中国的合作", "Coopération Bélarus–Chine"),
    "{question}{given}": ("Пытанне «{title}»{given}", "Вопрос «{title}»{given}", "问题“{title}”{given}", "Question « {title} »{given}"),
    "only {}": ("толькі: {}", "только: {}", "仅{}", "uniquement : {}"),
    "without {}": ("без: {}", "без: {}", "不含{}", "sans : {}"),
    "without plans": ("без планаў", "без планов", "不含计划", "sans les projets"),
    "status {}": ("статус: {}", "статус: {}", "状态：{}", "statut : {}"),
    "sector {}": ("галіна: {}", "отрасль: {}", "行业：{}", "secteur : {}"),
    "from {}": ("паводле: {}", "по: {}", "据{}", "d'après {}"),
    "not from {}": ("не паводле: {}", "не по: {}", "不据{}", "sauf d'après {}"),
    "{}, fn. {}": ("{}, зноска {}", "{}, сноска {}", "{}，脚注{}", "{}, note {}"),
    "Public pages of record on Belarus–China cooperation": ("Публічныя старонкі аб супрацоўніцтве Беларусі і Кітая", "Публичные страницы о сотрудничестве Беларуси и Китая", "白中合作公开网页", "Pages publiques sur la coopération Bélarus–Chine"),
    "between {} and {}": ("паміж {} і {}", "между {} и {}", "{}至{}", "entre {} et {}"),
    "as of {}": ("станам на {}", "по состоянию на {}", "截至{}", "au {}"),
    "years {}": ("гады {}", "годы {}", "年份{}", "années {}"),
    "dated facts only": ("толькі датаваныя факты", "только датированные факты", "仅有日期的事实", "faits datés uniquement"),
    "Signed": ("Падпісана", "Подписано", "已签署", "Signé"),
    "In force": ("Дзейнічае", "Действует", "生效中", "En vigueur"),
    "Completed": ("Адбылося", "Состоялось", "已完成", "Achevé"),
    "Planned": ("Плануецца", "Планируется", "计划中", "Prévu"),
    "Proposed": ("Прапануецца", "Предлагается", "提议中", "Proposé"),
    "Negotiating": ("Ідуць перамовы", "Ведутся переговоры", "谈判中", "En négociation"),
    "No status given": ("Статус не названы", "Статус не назван", "未说明状态", "Statut non indiqué"),
    "{}: {}": ("{}: {}", "{}: {}", "{}：{}", "{} : {}"),
    "{}.": ("{}.", "{}.", "{}。", "{}."),
    "Facts after {}": ("Факты паводле: {}", "Факты по: {}", "事实依据：{}", "Faits d'après {}"),
    "and {} other": ("і яшчэ {}", "и ещё {}", "及另外{}项", "et {} autre"),
    "and {} others": ("і яшчэ {}", "и ещё {}", "及另外{}项", "et {} autres"),
    "Drawn by bycn {}": ("Малюнак: bycn {}", "Рисунок: bycn {}", "由bycn {}绘制", "Dessiné par bycn {}"),
    "Data {}": ("Даныя {}", "Данные {}", "数据 {}", "Données {}"),
    "drawn by: {}": ("каманда: {}", "команда: {}", "命令：{}", "commande : {}"),
    "then filtered or moved on the page": ("потым адфільтравана або перасунута на старонцы", "затем отфильтровано или передвинуто на странице", "其后在页面上筛选或移动", "puis filtré ou déplacé dans la page"),
    "Sources": ("Крыніцы", "Источники", "来源", "Sources"),
    "Dashed: planned, proposed or negotiated": ("Пункцір: плануецца, прапануецца або абмяркоўваецца", "Пунктир: планируется, предлагается или обсуждается", "虚线：计划、提议或谈判中", "Tireté : prévu, proposé ou négocié"),
    "Dotted: one lies in the other": ("Кропкі: адно месціцца ў другім", "Точки: одно находится в другом", "点线：一方位于另一方之内", "Pointillé : l'un se trouve dans l'autre"),
    "Faint: ended": ("Бледна: скончана", "Бледно: завершено", "淡色：已终止", "Pâle : terminé"),
    "A ring is a party that the source doesn't name": ("Кольца – бок, які крыніца не называе", "Кольцо – сторона, которую источник не называет", "圆环表示来源未指明的一方", "Un anneau désigne une partie que la source ne nomme pas"),
    "Node size: {}": ("Памер вузла: {}", "Размер узла: {}", "节点大小：{}", "Taille des nœuds : {}"),
    "number of facts": ("колькасць фактаў", "число фактов", "事实数", "nombre de faits"),
    "degree among the ties drawn": ("ступень сярод намаляваных сувязей", "степень среди нарисованных связей", "所绘联系中的度数", "degré parmi les liens dessinés"),
    "betweenness among the ties drawn": ("пасярэдніцтва сярод намаляваных сувязей", "посредничество среди нарисованных связей", "所绘联系中的中介中心性", "intermédiarité parmi les liens dessinés"),
    "values given": ("зададзеныя значэнні", "заданные значения", "给定值", "valeurs données"),
    "Community {}": ("Супольнасць {}", "Сообщество {}", "社群{}", "Communauté {}"),
    "Others": ("Іншыя", "Прочие", "其他", "Autres"),
    " and ": (" і ", " и ", "和", " et "),
    ", ": (", ", ", ", "，", ", "),
    "; ": ("; ", "; ", "；", " ; "),
    ". ": (". ", ". ", "。", ". "),
    "Belarus–China cooperation": ("Супрацоўніцтва Беларусі і Кітая", "Сотрудничество Беларуси и Китая", "白俄罗斯与中国的合作", "Coopération Bélarus–Chine"),
    "Regions of Belarus and provinces of China": ("Рэгіёны Беларусі і правінцыі Кітая", "Регионы Беларуси и провинции Китая", "白俄罗斯各州与中国各省", "Régions du Bélarus et provinces de Chine"),
    "Number of {}, with plans after the +": ("Лік: {}; пасля + планы", "Число: {}; после + планы", "{}数，+后为计划", "Nombre : {} ; projets après le +"),
    "Number of {}": ("Лік: {}", "Число: {}", "{}数", "Nombre : {}"),
    "Ribbons in proportion to these numbers": ("Стужкі прапарцыйныя лікам", "Ленты пропорциональны числам", "带宽与数量成正比", "Rubans proportionnels à ces nombres"),
    "Ribbons in proportion to these numbers; plans are hatched": ("Стужкі прапарцыйныя лікам; планы заштрыхаваны", "Ленты пропорциональны числам; планы заштрихованы", "带宽与数量成正比；计划为斜线", "Rubans proportionnels à ces nombres ; projets hachurés"),
    "{} between regions": ("{} паміж рэгіёнамі", "{} между регионами", "地区之间有{}", "{} entre régions"),
    "{} with no region on one side": ("{} без рэгіёна на адным баку", "{} без региона на одной стороне", "{}有一方未说明地区", "{} sans région d'un côté"),
    "ties": ("сувязі", "связи", "联系", "liens"),
    "export flows": ("экспарт", "экспорт", "出口", "exportations"),
    "import flows": ("імпарт", "импорт", "进口", "importations"),
    "turnover figures": ("тавараабарот", "товарооборот", "贸易额", "échanges totaux"),
} | OF_PAGE  # fmt: skip

COUNTED = {
    # English, Belarusian, Russian, Chinese, French; each for one, for a few where a language has that, and for many
    "fact": (("fact (solid)", "facts (solid)"), ("факт (суцэльная лінія)", "факты (суцэльныя лініі)", "фактаў (суцэльныя лініі)"), ("факт (сплошная линия)", "факта (сплошные линии)", "фактов (сплошные линии)"), ("项事实（实线）",), ("fait (trait plein)", "faits (trait plein)")),
    "fact in all": (("fact", "facts"), ("факт", "факты", "фактаў"), ("факт", "факта", "фактов"), ("项事实",), ("fait", "faits")),
    "entity": (("entity", "entities"), ("удзельнік", "удзельнікі", "удзельнікаў"), ("участник", "участника", "участников"), ("个实体",), ("entité", "entités")),
    "dashed plan": (("plan (dashed)", "plans (dashed)"), ("план (пункцір)", "планы (пункцір)", "планаў (пункцір)"), ("план (пунктир)", "плана (пунктир)", "планов (пунктир)"), ("项计划（虚线）",), ("projet (tireté)", "projets (tireté)")),
    "plan": (("plan", "plans"), ("план", "планы", "планаў"), ("план", "плана", "планов"), ("项计划",), ("projet", "projets")),
    "tie": (("tie", "ties"), ("сувязь", "сувязі", "сувязей"), ("связь", "связи", "связей"), ("项联系",), ("lien", "liens")),
    "export": (("export flow", "export flows"), ("экспартная плынь", "экспартныя плыні", "экспартных плыняў"), ("экспортный поток", "экспортных потока", "экспортных потоков"), ("项出口",), ("exportation", "exportations")),
    "import": (("import flow", "import flows"), ("імпартная плынь", "імпартныя плыні", "імпартных плыняў"), ("импортный поток", "импортных потока", "импортных потоков"), ("项进口",), ("importation", "importations")),
    "turnover": (("turnover figure", "turnover figures"), ("тавараабарот", "тавараабароты", "тавараабаротаў"), ("товарооборот", "товарооборота", "товарооборотов"), ("项贸易额",), ("échange total", "échanges totaux")),
}  # fmt: skip


def side_by_side(said: Iterable[str]) -> str:
    """What is said in several languages, in one line; what is the same in two, once.

    >>> side_by_side(["Brest", "Брест", "Брест"])
    'Brest · Брест'
    """
    return BETWEEN_LANGUAGES.join(dict.fromkeys(said))


def counted(count: int, what: str, language: str) -> str:
    """A number with what it counts, in the form that the language has for it.

    >>> counted(1, "plan", "en"), counted(1_000, "tie", "en"), counted(0, "plan", "fr")
    ('1 plan', '1,000 ties', '0 projet')
    >>> [counted(count, "plan", "ru") for count in (1, 3, 12, 21)]
    ['1 план', '3 плана', '12 планов', '21 план']
    """
    forms = forms_of(what, language)
    blank = "" if language in WITHOUT_BLANKS else " "
    return f"{number(count, language)}{blank}{forms[min(_form(count, language), len(forms) - 1)]}"


def forms_of(what: str, language: str) -> tuple[str, ...]:
    """The forms of what is counted: for one, for a few where a language has that, and for many."""
    return COUNTED[what][LANGUAGES.index(language)]


def number(value: float, language: str) -> str:
    r"""A number as people write it in a language, with what parts its thousands, to six digits where it isn't whole.

    >>> number(1_024, "en"), number(2.5, "ru"), number(1_024, "fr").split("\xa0")
    ('1,024', '2,5', ['1', '024'])
    """
    said = f"{value:,}" if isinstance(value, int) else f"{value:,.6g}"
    return said if language in WITH_COMMAS else said.translate(_CONTINENTAL)


def _form(count: int, language: str) -> int:
    """0 for one, 1 for a few, 2 for many. Source: Unicode CLDR, plural rules of cardinals."""
    if language in ("be", "ru"):
        if count % 10 == 1 and count % 100 != 11:
            return 0
        return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2
    return 0 if count == 1 or (count == 0 and language == "fr") else 2


def said(english: str, language: str) -> str:
    """A word in a language; in English where it isn't known.

    >>> said("Agreement", "zh")
    '协议'
    """
    if language == "en" or english not in _SAID:
        return english
    return _SAID[english][LANGUAGES.index(language) - 1]
