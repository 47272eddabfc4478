"""Cases in the back office: complaints, warranty, recalls."""
