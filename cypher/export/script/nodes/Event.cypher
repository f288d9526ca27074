// Event nodes from $rows: id, name, country, kind, date, names_be, names_ru, names_zh, names_fr, aliases, former_ids, note, date_start, date_end, type, inside, first_level, _keys, _text, _ends, _bycn, _digest
UNWIND $rows AS row
MERGE (n:Entity:Event {id: row[0]})
SET n.name = row[1],
    n.country = row[2],
    n.kind = row[3],
    n.date = row[4],
    n.names_be = row[5],
    n.names_ru = row[6],
    n.names_zh = row[7],
    n.names_fr = row[8],
    n.aliases = row[9],
    n.former_ids = row[10],
    n.note = row[11],
    n.date_start = row[12],
    n.date_end = row[13],
    n.type = row[14],
    n.inside = row[15],
    n.first_level = row[16],
    n._keys = row[17],
    n._text = row[18],
    n._ends = row[19],
    n._bycn = row[20],
    n._digest = row[21]
RETURN count(n) AS matched
