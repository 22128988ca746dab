"""What readers say of a screen: useful or not, and a fact that is wrong; never who said it."""
