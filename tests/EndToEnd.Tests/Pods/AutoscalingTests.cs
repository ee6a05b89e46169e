using ActorKube.EndToEnd.Tests.Kubectl;

namespace ActorKube.EndToEnd.Tests.Pods;

/// <summary>What real containers use, and a workload that grows by it: the example of docs/workloads/horizontalpodautoscaler.md.</summary>
public sealed class AutoscalingTests(EngineHost host) : IClassFixture<EngineHost>
{
    private const string Busy = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: busy}
        spec:
          selector: {matchLabels: {app: busy}}
          template:
            metadata: {labels: {app: busy}}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: loop
                image: IMAGE
                command: ["sh", "-c", "while :; do :; done"]
                resources: {requests: {cpu: 50m}, limits: {cpu: 200m}}
        """;

    [Fact(Timeout = 180_000)]
    public async Task Autoscaler_OfABusyLoop_AddsReplicas()
    {
        await host.ApplyAsync(Busy);
        await host.OkAsync("autoscale deployment busy --cpu-percent=50 --min=1 --max=3");

        await host.OkAsync("wait deployment/busy --for=jsonpath={.spec.replicas}=3 --timeout=100s");
        await host.OkAsync("rollout status deployment/busy --timeout=60s");
        await host.EventuallyAsync("describe hpa busy", "New size: 3; reason: cpu resource utilization (percentage of request) above target");

        var row = KubectlTest.Rows(await host.OkAsync("top pods --containers -l app=busy --sort-by=cpu --no-headers"))[0].Split(' ');
        Assert.Equal("loop", row[1]);
        Assert.InRange(int.Parse(row[2].TrimEnd('m'), System.Globalization.CultureInfo.InvariantCulture), 20, 400);
        Assert.Contains("%", await host.OkAsync("top nodes"), StringComparison.Ordinal);
    }
}
