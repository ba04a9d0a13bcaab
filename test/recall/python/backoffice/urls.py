"""Addresses of the back office."""

from django.urls import path

from backoffice import views

urlpatterns = [
    path("staff", views.staff_bound),
    path("sales", views.sales_bound),
    path("title", views.title_as_text),
    path("greeting", views.greeting_escaped),
    path("signed-in", views.signed_in_checked),
    path("remember", views.remember_well),
]
