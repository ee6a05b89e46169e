using ActorKube.Actors.Policy.Limits;
using ActorKube.Actors.Policy.Quotas;
using ActorKube.Actors.Tests.Support;
using ActorKube.Api.Core;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;
using ActorKube.Engine.Commands;

namespace ActorKube.Actors.Tests.Policy;

public sealed class QuotaTests
{
    [Fact]
    public async Task Quota_ThatIsUsedUp_RefusesInKubernetesWords()
    {
        await using var cluster = await Cluster.WithAsync(Quota(("pods", "2")), Make.Pod("a"), Make.Pod("b"), Make.Pod("done", phase: PodPhases.Succeeded));
        Assert.Equal(
            "pods \"c\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2",
            Refusal(Quotas(cluster), cluster, Make.Pod("c")));
    }

    [Fact]
    public async Task Quota_CreationsAtTheSameTime_DoNotPassTogether()
    {
        await using var cluster = await Cluster.WithAsync(Quota(("pods", "1")));
        var quotas = Quotas(cluster);
        Assert.Null(Refusal(quotas, cluster, Make.Pod("a")));
        Assert.NotNull(Refusal(quotas, cluster, Make.Pod("b")));
    }

    [Fact]
    public async Task Quota_CreationThatFailed_IsForgottenAfterAWhile()
    {
        await using var cluster = await Cluster.WithAsync(Quota(("pods", "1")));
        var quotas = Quotas(cluster);
        Assert.Null(Refusal(quotas, cluster, Make.Pod("a")));
        cluster.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Null(Refusal(quotas, cluster, Make.Pod("b")));
    }

    [Fact]
    public async Task Quota_ForCpu_DemandsThatContainersSayWhatTheyNeed()
    {
        await using var cluster = await Cluster.WithAsync(Quota(("limits.cpu", "4"), ("requests.cpu", "2")));
        Assert.Equal("pods \"a\" is forbidden: failed quota: q: must specify limits.cpu for: c; requests.cpu for: c", Refusal(Quotas(cluster), cluster, Make.Pod("a")));
    }

    [Theory]
    [InlineData("BestEffort", "a", false)]
    [InlineData("NotBestEffort", "a", true)]
    [InlineData("NotTerminating", "a", false)]
    [InlineData("Terminating", "a", true)]
    public async Task Quota_WithAScope_IsAboutSomePodsOnly(string scope, string name, bool passes)
    {
        var quota = Quota(("pods", "0"));
        await using var cluster = await Cluster.WithAsync(quota with { Spec = quota.Spec with { Scopes = [scope] } });
        Assert.Equal(passes, Refusal(Quotas(cluster), cluster, Make.Pod(name)) is null);
    }

    [Fact]
    public async Task LimitRange_FillsInWhatIsOpenAndSaysSo()
    {
        await using var cluster = await Cluster.WithAsync(Range(new LimitRangeItem { Type = "Container", Default = Amounts(("cpu", "500m")), DefaultRequest = Amounts(("cpu", "100m")) }));
        var pod = (Pod)new LimitRanger().Mutate(Request(cluster, Make.Pod("a")), Make.Pod("a"));

        Assert.Equal("LimitRanger plugin set: cpu request for container c; cpu limit for container c", pod.Metadata.Annotations!["kubernetes.io/limit-ranger"]);
        Assert.Equal(("100m", "500m"), (pod.Spec.Containers![0].Resources.Requests!["cpu"].ToString(), pod.Spec.Containers[0].Resources.Limits!["cpu"].ToString()));
    }

    [Fact]
    public async Task LimitRange_OutOfRange_Refuses()
    {
        await using var cluster = await Cluster.WithAsync(Range(new LimitRangeItem { Type = "Container", Min = Amounts(("cpu", "1")), Max = Amounts(("memory", "1Gi")) }));
        Assert.Equal(
            "pods \"a\" is forbidden: [minimum cpu usage per Container is 1, but request is 500m, maximum memory usage per Container is 1Gi.  No limit is specified]",
            Refusal(new LimitRanger(), cluster, Make.Asking(Make.Pod("a"), "500m", "1Mi")));
    }

    private static QuotaAdmission Quotas(Cluster cluster) => new(Cluster.Kinds, cluster.View.Snapshot);

    private static string? Refusal(IAdmission rule, Cluster cluster, Pod pod)
    {
        try
        {
            rule.Validate(Request(cluster, pod), pod);
            return null;
        }
        catch (ApiException e)
        {
            return e.Message;
        }
    }

    private static AdmissionRequest Request(Cluster cluster, Pod pod) => new(
        AdmissionOperation.Create, Cluster.Kinds.Stored("pods"), Cluster.KeyOf(pod), "", null, Cluster.Writes.User, false, cluster.View.Snapshot(), cluster.Now);

    private static ResourceQuota Quota(params (string Name, string Amount)[] hard) => new()
    {
        ApiVersion = "v1",
        Kind = "ResourceQuota",
        Metadata = Make.Meta("q"),
        Spec = new ResourceQuotaSpec { Hard = Amounts(hard) },
    };

    private static LimitRange Range(LimitRangeItem item) => new()
    {
        ApiVersion = "v1",
        Kind = "LimitRange",
        Metadata = new ObjectMeta { Name = "l", Namespace = "ns" },
        Spec = new LimitRangeSpec { Limits = [item] },
    };

    private static Dictionary<string, Quantity> Amounts(params (string Name, string Amount)[] amounts) => amounts.ToDictionary(static a => a.Name, static a => Quantity.Parse(a.Amount));
}
