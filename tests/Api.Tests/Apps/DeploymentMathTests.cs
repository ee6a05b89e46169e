using ActorKube.Api.Apps;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.Tests.Apps;

public sealed class DeploymentMathTests
{
    [Theory]
    [InlineData("25%", "25%", 10, 3, 2)]
    [InlineData("25%", "25%", 1, 1, 0)]
    [InlineData("0", "1%", 2, 0, 1)]
    [InlineData("2", "0", 5, 2, 0)]
    [InlineData("100%", "100%", 7, 7, 7)]
    [InlineData("0", "5", 3, 0, 5)]
    [InlineData("25%", "25%", 0, 0, 1)]
    public void ResolveFenceposts_Amounts_SurgeIsRoundedUpAndUnavailableDown(string surge, string unavailable, int desired, int surgePods, int unavailablePods) =>
        Assert.Equal((surgePods, unavailablePods), DeploymentMath.ResolveFenceposts(IntOrString.Parse(surge), IntOrString.Parse(unavailable), desired));

    [Fact]
    public void ResolveFenceposts_NothingGiven_LetsOneBeUnavailable() => Assert.Equal((0, 1), DeploymentMath.ResolveFenceposts(null, null, 3));

    [Theory]
    [InlineData(10, "25%", "25%", 13, 8)]
    [InlineData(3, "0", "5", 3, 0)]
    [InlineData(0, "25%", "25%", 0, 0)]
    public void Bounds_RollingUpdate_AreAroundTheReplicas(int replicas, string surge, string unavailable, int most, int fewest)
    {
        var deployment = new Deployment
        {
            Spec = new()
            {
                Replicas = replicas,
                Strategy = new() { Type = UpdateStrategies.RollingUpdate, RollingUpdate = new() { MaxSurge = IntOrString.Parse(surge), MaxUnavailable = IntOrString.Parse(unavailable) } },
            },
        };
        Assert.Equal((most, fewest, replicas - fewest), (DeploymentMath.MaxReplicas(deployment), DeploymentMath.MinAvailable(deployment), DeploymentMath.MaxUnavailable(deployment)));
    }

    [Fact]
    public void Bounds_Recreate_AreNone()
    {
        var deployment = new Deployment { Spec = new() { Replicas = 5, Strategy = new() { Type = UpdateStrategies.Recreate } } };
        Assert.Equal((5, 0, 0), (DeploymentMath.MaxReplicas(deployment), DeploymentMath.MinAvailable(deployment), DeploymentMath.MaxUnavailable(deployment)));
    }
}
