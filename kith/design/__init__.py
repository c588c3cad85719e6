"""Everything Kith looks like: the page shell, components, form fields, drawings, charts and Help now."""
