"""The views: access, form, service, render. One module a screen."""
