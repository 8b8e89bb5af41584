"""The site's addresses below a path, for tests of what tells addresses."""

from django.urls import include, path

from planner import urls

urlpatterns = [path("mounted/", include((urls.screens, "planner")))]
