package org.fumikura.canary.egg;

public record Egg(org.fumikura.canary.hen.Hen hen) {}
