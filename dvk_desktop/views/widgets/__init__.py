"""Small reusable pieces of the windows."""
