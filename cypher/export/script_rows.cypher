// The rows of a script: one text, cut into rows, cells and items by the separators of ASCII; each cell names its type
UNWIND split($text, '\u001e') AS line
WITH [cell IN split(line, '\u001f') |
      CASE left(cell, 1)
        WHEN 's' THEN substring(cell, 1)
        WHEN 'i' THEN toInteger(substring(cell, 1))
        WHEN 'f' THEN toFloat(substring(cell, 1))
        WHEN 'b' THEN toBoolean(substring(cell, 1))
        WHEN 'l' THEN split(substring(cell, 1), '\u001d')
      END] AS row
