// Institution nodes from $rows: id, name, country, kind, names_be, names_ru, names_zh, names_fr, aliases, former_ids, note, type, inside, first_level, _keys, _text, _bycn, _digest
UNWIND $rows AS row
MERGE (n:Entity:Institution {id: row[0]})
SET n.name = row[1],
    n.country = row[2],
    n.kind = row[3],
    n.names_be = row[4],
    n.names_ru = row[5],
    n.names_zh = row[6],
    n.names_fr = row[7],
    n.aliases = row[8],
    n.former_ids = row[9],
    n.note = row[10],
    n.type = row[11],
    n.inside = row[12],
    n.first_level = row[13],
    n._keys = row[14],
    n._text = row[15],
    n._bycn = row[16],
    n._digest = row[17]
RETURN count(n) AS matched
