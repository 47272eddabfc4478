"""Which company, shop and till this is, and which business day it is."""
