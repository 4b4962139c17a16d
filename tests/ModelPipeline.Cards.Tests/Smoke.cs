namespace Smoke;
public sealed class SmokeTest { [Fact] public void Works() => 1.ShouldBe(1); }
