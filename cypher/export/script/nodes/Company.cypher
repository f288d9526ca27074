// Company nodes from $rows: id, name, country, names_be, names_ru, names_zh, names_fr, aliases, former_ids, note, type, inside, first_level, _keys, _text, _bycn, _digest
UNWIND $rows AS row
MERGE (n:Entity:Company {id: row[0]})
SET n.name = row[1],
    n.country = row[2],
    n.names_be = row[3],
    n.names_ru = row[4],
    n.names_zh = row[5],
    n.names_fr = row[6],
    n.aliases = row[7],
    n.former_ids = row[8],
    n.note = row[9],
    n.type = row[10],
    n.inside = row[11],
    n.first_level = row[12],
    n._keys = row[13],
    n._text = row[14],
    n._bycn = row[15],
    n._digest = row[16]
RETURN count(n) AS matched
