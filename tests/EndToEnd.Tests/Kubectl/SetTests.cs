namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary><c>kubectl set</c>.</summary>
[Collection(nameof(KubectlHost))]
public sealed class SetTests(HostProcess host) : KubectlTest(host)
{
    private const string Container = "get deployment web -o jsonpath={.spec.template.spec.containers[0]";

    [Fact(Timeout = 120_000)]
    public async Task SetImage_Container_IsChanged()
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("deployment.apps/web image updated", await OkAsync("set image deployment/web c=registry.example/web:2"));
        Assert.Equal("registry.example/web:2", await OkAsync(Container + ".image}"));
        Assert.Equal("deployment.apps/web image updated", await OkAsync("set image deployments --all *=registry.example/web:3"));
        Assert.Equal("error: unable to find container named \"nope\"", await FailAsync("set image deployment/web nope=i"));
    }

    [Fact(Timeout = 120_000)]
    public async Task SetEnv_FromValuesAndSources_IsListedAndRemoved()
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("create configmap settings --from-literal=color=red");
        await OkAsync("create secret generic keys --from-literal=pin=1234");

        Assert.Equal("deployment.apps/web env updated", await OkAsync("set env deployment/web A=b C=d"));
        Assert.Equal("deployment.apps/web env updated", await OkAsync("set env deployment/web C-"));
        await OkAsync("set env deployment/web --from=configmap/settings");
        await OkAsync("set env deployment/web --from=secret/keys --prefix=KEY_");

        Assert.Equal("# Deployment web, container c\nA=b\nCOLOR=red\nKEY_PIN=1234", await OkAsync("set env deployment/web --list --resolve"));
    }

    [Fact(Timeout = 120_000)]
    public async Task SetResources_Container_AreChanged()
    {
        await OkAsync("create -f -", Deployment);

        Assert.Equal("deployment.apps/web resource requirements updated", await OkAsync("set resources deployment web --limits=cpu=200m,memory=512Mi --requests=cpu=100m"));
        Assert.Equal("""{"limits":{"cpu":"200m","memory":"512Mi"},"requests":{"cpu":"100m"}}""", await OkAsync(Container + ".resources}"));
        Assert.StartsWith("error: failed to patch resources update to pod template", await FailAsync("set resources deployment web --requests=cpu=2"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task SetSelector_Service_IsChanged()
    {
        await OkAsync("create service clusterip a --tcp=80");

        Assert.Equal("service/a selector updated", await OkAsync("set selector service a app=web,tier=front"));
        Assert.Equal("""{"app":"web","tier":"front"}""", await OkAsync("get service a -o jsonpath={.spec.selector}"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("serviceaccount")]
    [InlineData("sa")]
    public async Task SetServiceAccount_Deployment_IsChanged(string name)
    {
        await OkAsync("create -f -", Deployment);
        await OkAsync("create serviceaccount robot");

        Assert.Equal("deployment.apps/web serviceaccount updated", await OkAsync($"set {name} deployment web robot"));
        Assert.Equal("robot", await OkAsync("get deployment web -o jsonpath={.spec.template.spec.serviceAccountName}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task SetSubject_Binding_HasOneMore()
    {
        await OkAsync("create rolebinding a --role=r --user=u");

        Assert.Equal("rolebinding.rbac.authorization.k8s.io/a subjects updated", await OkAsync("set subject rolebinding a --user=v --serviceaccount=default:s"));
        Assert.StartsWith("a Role/r ", Rows(await OkAsync("get rolebinding a -o wide"))[1], StringComparison.Ordinal);
        Assert.EndsWith(" u, v default/s", Rows(await OkAsync("get rolebinding a -o wide"))[1], StringComparison.Ordinal);
    }
}
