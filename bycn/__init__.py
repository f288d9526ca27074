"""bycn: the property graph of Belarus–China cooperation."""
