// Have the indexes counted, in $seconds at the most, and the plans made anew that were made for other data
CALL db.prepareForReplanning($seconds)
