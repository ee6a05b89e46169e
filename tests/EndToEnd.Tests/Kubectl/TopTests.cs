namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>A host with autoscalers that are in a hurry.</summary>
public sealed class HurriedHost : HostProcess
{
    protected override IReadOnlyList<string> MoreOptions => ["--autoscaler-period", "1"];
}

/// <summary><c>kubectl top</c> and <c>autoscale</c> where pods say what they use. They have a host to themselves, for it serves an API that others don't.</summary>
public sealed class TopTests(HurriedHost host) : KubectlTest(host), IClassFixture<HurriedHost>
{
    private const string Load = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels: {app: web}
              annotations: {actorkube.io/simulated-cpu: 90m, actorkube.io/simulated-cpu.side: 10m, actorkube.io/simulated-memory: 16Mi}
            spec:
              containers:
              - {name: main, image: i, resources: {requests: {cpu: 100m}}}
              - {name: side, image: i, resources: {requests: {cpu: 100m}}}
        """;

    [Fact(Timeout = 120_000)]
    public async Task Top_PodsThatSayWhatTheyUse_ShowsIt()
    {
        await OkAsync("create -f -", Load);
        await OkAsync("rollout status deployment/web --timeout=30s");
        await EventuallyAsync("top pods --no-headers", " 100m 32Mi");

        Assert.Equal(["main 90m 16Mi", "side 10m 16Mi"], Rows(await OkAsync("top pods --containers --no-headers --sort-by=cpu")).Select(static r => string.Join(' ', r.Split(' ')[1..])));
        Assert.Contains(Rows(await OkAsync("top pods -A --sort-by=memory")), r => r.StartsWith($"{Namespace} web-", StringComparison.Ordinal));
        Assert.Equal("NAME CPU(cores) CPU(%) MEMORY(bytes) MEMORY(%)", Rows(await OkAsync("top nodes"))[0]);
        Assert.Equal("NAME CPU MEMORY WINDOW", Rows(await OkAsync("get pods.metrics.k8s.io"))[0]);
        Assert.Contains("metrics.k8s.io/v1beta1", await OkAsync("api-versions"), StringComparison.Ordinal);
        Assert.Contains("Local", await OkAsync("get apiservice v1beta1.metrics.k8s.io"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Top_PodThatIsNotThere_IsNotFound()
    {
        await OkAsync("create -f -", Load);
        await EventuallyAsync("top pods --no-headers", " 100m 32Mi");

        Assert.Equal("Error from server (NotFound): pods \"none\" not found", await FailAsync("top pod none"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Autoscale_ByWhatPodsUse_FollowsTheLoad()
    {
        await OkAsync("create -f -", Load);
        Assert.Equal("horizontalpodautoscaler.autoscaling/web autoscaled", await OkAsync("autoscale deployment web --cpu-percent=25 --min=1 --max=4"));

        // 50 % of what is requested, twice the target: 2, then 4, for each pod uses as much.
        await OkAsync("wait deployment/web --for=jsonpath={.spec.replicas}=4 --timeout=100s");
        await EventuallyAsync("get hpa web --no-headers", "web Deployment/web cpu: 50%/25% 1 4");
        await EventuallyAsync("describe hpa web", "SuccessfulRescale");
    }
}
