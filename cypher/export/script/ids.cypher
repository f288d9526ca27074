// The ids of a script: one text, cut by a separator of ASCII
UNWIND split($text, '\u001e') AS id
