"""The limits and the habits of the project, each as a test. What one asks for stands in CONTRIBUTING.md."""
