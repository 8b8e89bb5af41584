"""Every address of the site. The planner's own names are in the namespace `planner`, allauth's are as it gives them."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from planner.views import health

screens: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((screens, "planner"))),
    path("accounts/", include("allauth.urls")),
]

if settings.ADMIN:
    from django.contrib import admin

    urlpatterns.append(path("admin/", admin.site.urls))
