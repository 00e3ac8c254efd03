"""The vocabulary of Twosource: frozen records without any input or output."""
