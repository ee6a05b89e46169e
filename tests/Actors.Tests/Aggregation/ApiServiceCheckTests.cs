using ActorKube.Actors.Actions;
using ActorKube.Actors.Aggregation;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Api.Meta;
using ActorKube.Engine.Actors.Reconciling;
using ActorKube.Engine.Actors.Regions;

namespace ActorKube.Actors.Tests.Aggregation;

/// <summary>How a registered API comes to be available, and ceases to be.</summary>
public sealed class ApiServiceCheckTests
{
    private const string Discovery = "/apis/example.com/v1";

    private static readonly APIService Api = new()
    {
        ApiVersion = "apiregistration.k8s.io/v1",
        Kind = "APIService",
        Metadata = new ObjectMeta { Name = "v1.example.com" },
        Spec = new APIServiceSpec { Group = "example.com", Version = "v1", Service = new ServiceReference { Namespace = "ns", Name = "s", Port = 443 } },
    };

    private static readonly Service Elsewhere = new()
    {
        ApiVersion = "v1",
        Kind = "Service",
        Metadata = Make.Meta("s"),
        Spec = new ServiceSpec { Type = ServiceTypes.ExternalName, ExternalName = "example.com" },
    };

    private readonly StubServers _servers = new();

    [Fact]
    public async Task Server_ThatAnswers_IsAvailable_AndAskedAgainIn30Seconds()
    {
        await using var cluster = await Cluster.WithAsync(Api, Elsewhere);
        var checks = new ApiServiceChecks(_servers, cluster.Time);
        _servers.Answers[Discovery] = (200, "{}");
        var decision = await DecideAsync(cluster, checks);

        Assert.Equal(("True", "Passed", "all checks passed"), Shown(decision));
        Assert.Equal(TimeSpan.FromSeconds(30), decision.RequeueAfter);
        Assert.All(_servers.Asked, static a => Assert.Equal((Discovery, "system:kube-aggregator"), a));

        cluster.Time.Advance(TimeSpan.FromSeconds(30));
        cluster.Decide(new ApiServiceReconciler(checks), Api).Only<CheckApi>();
    }

    [Theory]
    [InlineData(null, "bad status from /apis/example.com/v1: 404")]
    [InlineData("connection refused", "failing or missing response from /apis/example.com/v1: connection refused")]
    public async Task Server_ThatFails_IsAskedAgainLaterAndLater(string? error, string message)
    {
        await using var cluster = await Cluster.WithAsync(Api, Elsewhere);
        var checks = new ApiServiceChecks(_servers, cluster.Time);
        _servers.Error = error;
        var delays = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var decision = await DecideAsync(cluster, checks);
            Assert.Equal(("False", "FailedDiscoveryCheck", message), Shown(decision));
            delays.Add(decision.RequeueAfter!.Value.TotalSeconds);
            cluster.Time.Advance(decision.RequeueAfter.Value);
        }

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, 30, 30], delays);
    }

    [Fact]
    public async Task Server_WhoseServiceChanges_IsAskedAtOnce()
    {
        await using var cluster = await Cluster.WithAsync(Api, Elsewhere);
        var checks = new ApiServiceChecks(_servers, cluster.Time);
        await DecideAsync(cluster, checks);
        await cluster.PutAsync(Elsewhere with { Spec = Elsewhere.Spec with { ExternalName = "other.example.com" } });

        cluster.Decide(new ApiServiceReconciler(checks), Api).Only<CheckApi>();
    }

    [Fact]
    public async Task Status_OfItsOwn_IsNoReasonToAskAgain()
    {
        await using var cluster = await Cluster.WithAsync(Api, Elsewhere);
        var checks = new ApiServiceChecks(_servers, cluster.Time);
        await cluster.PutAsync((await DecideAsync(cluster, checks)).Only<ReplaceStatus>().Next);

        Assert.Empty(cluster.Decide(new ApiServiceReconciler(checks), Api).Actions);
    }

    private static async Task<Decision> DecideAsync(Cluster cluster, ApiServiceChecks checks)
    {
        var reconciler = new ApiServiceReconciler(checks);
        var check = cluster.Decide(reconciler, Api).Only<CheckApi>();
        Assert.Equal(ActionOutcome.Stale, await checks.PerformAsync(new ActorTurn(Cluster.KeyOf(Api), cluster.Store), check, TestContext.Current.CancellationToken));
        return cluster.Decide(reconciler, Api);
    }

    private static (string Status, string? Reason, string? Message) Shown(Decision decision)
    {
        var condition = ((APIService)decision.Only<ReplaceStatus>().Next).Status.Conditions!.Single();
        return (condition.Status, condition.Reason, condition.Message);
    }
}
