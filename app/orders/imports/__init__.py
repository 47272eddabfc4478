"""Orders from outside: a web shop's export becomes sales orders, each once."""
