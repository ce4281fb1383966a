"""Tools of the checkout: set-up, forms, pictures, figures. Nothing here is shipped."""
