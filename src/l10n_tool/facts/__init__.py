"""What a text states, whatever language it is in: its prose, words, numbers. Text in, values out."""
