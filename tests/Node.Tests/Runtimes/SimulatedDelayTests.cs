using ActorKube.NodeAgent.Runtimes.Simulated;

namespace ActorKube.NodeAgent.Tests.Runtimes;

public sealed class SimulatedDelayTests
{
    /// <summary>Text; median, mean and 99th percentile in milliseconds, null where it says nothing of them.</summary>
    [Theory]
    [InlineData("300ms", 300.0, 300.0, 300.0)]
    [InlineData("1m", 60_000.0, 60_000.0, 60_000.0)]
    [InlineData("uniform(100ms,2s)", 1050.0, 1050.0, 1981.0)]
    [InlineData("exponential(500ms)", 346.6, 500.0, 2302.6)]
    [InlineData("lognormal(300ms,2s)", 300.0, null, 2000.0)]
    public void Draw_Distribution_IsTheOneThatWasAskedFor(string text, double? median, double? mean, double? percentile99)
    {
        var (delay, random) = (SimulatedDelay.Parse(text), new Random(1));

        var drawn = Enumerable.Range(0, 20_000).Select(_ => delay.Draw(random).TotalMilliseconds).Order().ToList();

        Near(median, drawn[10_000]);
        Near(mean, drawn.Average());
        Near(percentile99, drawn[19_800]);

        static void Near(double? expected, double actual)
        {
            if (expected is { } value)
            {
                Assert.InRange(actual, value * 0.93, value * 1.07);
            }
        }
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSame()
    {
        var delay = SimulatedDelay.Parse("lognormal(300ms,2s)");
        Assert.Equal(delay.Draw(new Random(3)), delay.Draw(new Random(3)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("-3s")]
    [InlineData("1000h")]
    [InlineData("uniform(1s)")]
    [InlineData("lognormal(0s,1s)")]
    [InlineData("normal(1s,1s)")]
    public void Parse_NoTime_IsRefused(string text) => Assert.Throws<FormatException>(() => SimulatedDelay.Parse(text));
}
