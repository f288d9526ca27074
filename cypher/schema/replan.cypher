// Have the indexes counted, within $seconds, and the plans made again that were made for other data
CALL db.prepareForReplanning($seconds)
