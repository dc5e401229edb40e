"""When things happened: the calendar, EDTF dates, their meaning, and people's words for them."""
