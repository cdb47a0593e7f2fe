package org.fumikura.canary.hen;

public record Hen(org.fumikura.canary.egg.Egg egg) {}
