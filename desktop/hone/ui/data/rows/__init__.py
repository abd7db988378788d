"""The tab "Rows": all rows of a version, each as it is learned, and a place to mend them."""
