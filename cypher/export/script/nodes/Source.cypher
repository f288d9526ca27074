// Source nodes from $rows: id, number, author, title, year, publisher, page, address, other_addresses, licence, citation, note, _bycn, _digest
UNWIND $rows AS row
MERGE (n:Source {id: row[0]})
SET n.number = row[1],
    n.author = row[2],
    n.title = row[3],
    n.year = row[4],
    n.publisher = row[5],
    n.page = row[6],
    n.address = row[7],
    n.other_addresses = row[8],
    n.licence = row[9],
    n.citation = row[10],
    n.note = row[11],
    n._bycn = row[12],
    n._digest = row[13]
RETURN count(n) AS matched
