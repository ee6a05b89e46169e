namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>More and fewer: scale, autoscale, and the services in front.</summary>
[Collection(nameof(KubectlHost))]
public sealed class ScaleTests(HostProcess host) : KubectlTest(host)
{
    [Fact(Timeout = 120_000)]
    public async Task Scale_Deployment_RunsSoMany()
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("deployment.apps/web scaled", await OkAsync("scale deployment web --replicas=3"));
        await OkAsync("wait deployment/web --for=jsonpath={.status.readyReplicas}=3 --timeout=30s");
        Assert.Equal("error: Expected replicas to be 2, was 3", await FailAsync("scale deployment web --current-replicas=2 --replicas=1"));
        Assert.Equal("deployment.apps/web scaled", await OkAsync("scale deployment web --current-replicas=3 --replicas=1 --timeout=30s"));
        await OkAsync("wait deployment/web --for=jsonpath={.status.replicas}=1 --timeout=30s");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("replicaset", "apps/v1", "replicaset.apps/a scaled")]
    [InlineData("statefulset", "apps/v1", "statefulset.apps/a scaled")]
    [InlineData("replicationcontroller", "v1", "replicationcontroller/a scaled")]
    public async Task Scale_OtherKinds_AreScaled(string kind, string version, string expected)
    {
        var selector = kind == "replicationcontroller" ? "{app: a}" : "{matchLabels: {app: a}}";
        var name = kind switch { "replicaset" => "ReplicaSet", "statefulset" => "StatefulSet", _ => "ReplicationController" };
        var manifest = $$$$"""
            apiVersion: {{{{version}}}}
            kind: {{{{name}}}}
            metadata: {name: a}
            spec: {replicas: 0, selector: {{{{selector}}}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: i}]}}}
            """;
        await OkAsync("create -f -", manifest);

        Assert.Equal(expected, await OkAsync($"scale {kind} a --replicas=1"));
        Assert.Equal("1", await OkAsync($"get {kind} a -o jsonpath={{.spec.replicas}}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Scale_WhatHasNoScale_Fails()
    {
        await OkAsync("create configmap a");

        Assert.Contains("the server could not find the requested resource", await FailAsync("scale configmap a --replicas=1"), StringComparison.Ordinal);
        Assert.Contains("deployments.apps \"nope\" not found", await FailAsync("scale deployment nope --replicas=1"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Autoscale_Deployment_MakesAnAutoscaler()
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("horizontalpodautoscaler.autoscaling/web autoscaled", await OkAsync("autoscale deployment web --min=1 --max=5 --cpu-percent=80"));
        Assert.StartsWith("web Deployment/web cpu: <unknown>/80% 1 5", Rows(await OkAsync("get hpa"))[1], StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Expose_Workloads_MakesServices()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("rollout status deployment/web --timeout=30s");
        var pod = (await OkAsync("get pods -o name")).Split('\n')[0];

        Assert.Equal("service/web exposed", await OkAsync("expose deployment web"));
        Assert.Equal("service/named exposed", await OkAsync("expose deployment web --port=80 --target-port=8080 --name=named --type=NodePort"));
        Assert.Equal("service/again exposed", await OkAsync("expose service web --port=443 --name=again"));
        Assert.Equal("service/one exposed", await OkAsync($"expose {pod} --port=80 --name=one"));
        Assert.Equal("Error from server (AlreadyExists): services \"web\" already exists", await FailAsync("expose deployment web --port=80"));
        Assert.Equal("80 8080 web", await OkAsync("get service named -o \"jsonpath={.spec.ports[0].port} {.spec.ports[0].targetPort} {.spec.selector.app}\""));
    }

    [Fact(Timeout = 120_000)]
    public async Task Run_Pod_RunsWithItsService()
    {
        Assert.Equal("service/a created\npod/a created", await OkAsync("run a --image=i --restart=Never --labels=app=a --env=K=v --port=80 --expose"));

        await OkAsync("wait pod/a --for=condition=Ready --timeout=30s");
        Assert.Equal("v", await OkAsync("get pod a -o jsonpath={.spec.containers[0].env[0].value}"));
    }
}
