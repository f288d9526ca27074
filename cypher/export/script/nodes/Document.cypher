// Document nodes from $rows: id, title, instrument, date, date_start, date_end, _bycn, _digest
UNWIND $rows AS row
MERGE (n:Document {id: row[0]})
SET n.title = row[1],
    n.instrument = row[2],
    n.date = row[3],
    n.date_start = row[4],
    n.date_end = row[5],
    n._bycn = row[6],
    n._digest = row[7]
RETURN count(n) AS matched
