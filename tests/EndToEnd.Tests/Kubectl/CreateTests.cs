using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ActorKube.EndToEnd.Tests.Kubectl;

/// <summary>Every subcommand of <c>kubectl create</c> whose kind there is.</summary>
[Collection(nameof(KubectlHost))]
public sealed class CreateTests(HostProcess host) : KubectlTest(host)
{
    [Theory(Timeout = 120_000)]
    [InlineData("configmap a --from-literal=k=v", "configmap/a", "{.data.k}", "v")]
    [InlineData("cronjob a --image=i --schedule=\"*/5 * * * *\" -- date", "cronjob.batch/a", "{.spec.schedule}", "*/5 * * * *")]
    [InlineData("deployment a --image=i --replicas=2 --port=80", "deployment.apps/a", "{.spec.replicas}", "2")]
    [InlineData("ingress a --rule=example.com/path=svc:8080,tls=cert --class=nginx", "ingress.networking.k8s.io/a", "{.spec.rules[0].http.paths[0].backend.service.port.number}", "8080")]
    [InlineData("job a --image=i -- date", "job.batch/a", "{.spec.completions}", "1")]
    [InlineData("poddisruptionbudget a --selector=app=a --min-available=50%", "poddisruptionbudget.policy/a", "{.spec.minAvailable}", "50%")]
    [InlineData("quota a --hard=pods=5 --scopes=BestEffort", "resourcequota/a", "{.spec.scopes[0]}", "BestEffort")]
    [InlineData("quota a --hard=cpu=10,pods=5", "resourcequota/a", "{.spec.hard.cpu}", "10")]
    [InlineData("role a --verb=get,list --resource=pods,deployments.apps --resource-name=x", "role.rbac.authorization.k8s.io/a", "{.rules[1].apiGroups[0]}", "apps")]
    [InlineData("rolebinding a --role=r --user=u --group=g --serviceaccount=default:s", "rolebinding.rbac.authorization.k8s.io/a", "{.subjects[*].name}", "u g s")]
    [InlineData("secret docker-registry a --docker-server=r.example --docker-username=u --docker-password=p", "secret/a", "{.type}", "kubernetes.io/dockerconfigjson")]
    [InlineData("secret generic a --from-literal=k=v", "secret/a", "{.data.k}", "dg==")]
    [InlineData("service clusterip a --tcp=5678:8080", "service/a", "{.spec.ports[0].targetPort}", "8080")]
    [InlineData("service clusterip a --clusterip=None", "service/a", "{.spec.clusterIP}", "None")]
    [InlineData("service externalname a --external-name=example.com", "service/a", "{.spec.externalName}", "example.com")]
    [InlineData("service loadbalancer a --tcp=80:80", "service/a", "{.spec.type}", "LoadBalancer")]
    [InlineData("service nodeport a --tcp=80:80", "service/a", "{.spec.type}", "NodePort")]
    [InlineData("serviceaccount a", "serviceaccount/a", "{.metadata.name}", "a")]
    public async Task Create_InNamespace_MakesIt(string arguments, string created, string path, string value)
    {
        Assert.Equal(created + " created", await OkAsync("create " + arguments));
        Assert.Equal(value, await OkAsync($"get {created} -o jsonpath={path}"));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("clusterrole", "--verb=get,list --resource=pods", "clusterrole.rbac.authorization.k8s.io", "{.rules[0].verbs[*]}", "get list")]
    [InlineData("clusterrole", "--verb=get --non-resource-url=/logs/*", "clusterrole.rbac.authorization.k8s.io", "{.rules[0].nonResourceURLs[0]}", "/logs/*")]
    [InlineData("clusterrolebinding", "--clusterrole=view --user=u", "clusterrolebinding.rbac.authorization.k8s.io", "{.subjects[0].name}", "u")]
    [InlineData("namespace", "", "namespace", "{.status.phase}", "Active")]
    [InlineData("priorityclass", "--value=1000 --description=high", "priorityclass.scheduling.k8s.io", "{.value}", "1000")]
    public async Task Create_ForTheCluster_MakesIt(string kind, string arguments, string resource, string path, string value)
    {
        var name = Namespace + "-own";
        Assert.Equal($"{resource}/{name} created", await OkAsync($"create {kind} {name} {arguments}"));

        Assert.Equal(value, await OkAsync($"get {resource} {name} -o jsonpath={path}"));
        await OkAsync($"delete {resource} {name}");
    }

    [Fact(Timeout = 120_000)]
    public async Task CreateSecretTls_KeyPair_IsStored()
    {
        var directory = Directory.CreateTempSubdirectory("actorkube-e2e-");
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = new CertificateRequest("CN=a", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
            var (crt, pem) = (Path.Combine(directory.FullName, "a.crt"), Path.Combine(directory.FullName, "a.key"));
            await File.WriteAllTextAsync(crt, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(pem, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);

            Assert.Equal("secret/a created", await OkAsync($"create secret tls a --cert={crt} --key={pem}"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task CreateJob_FromCronJob_IsOwnedByIt()
    {
        await OkAsync("create cronjob a --image=i --schedule=\"0 0 * * *\"");

        Assert.Equal("job.batch/b created", await OkAsync("create job b --from=cronjob/a"));
        Assert.Equal("CronJob/a", await OkAsync("get job b -o jsonpath={.metadata.ownerReferences[0].kind}/{.metadata.ownerReferences[0].name}"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Create_WhatIsThere_FailsAsKubernetesSays()
    {
        await OkAsync("create configmap a");

        Assert.Equal("error: failed to create configmap: configmaps \"a\" already exists", await FailAsync("create configmap a"));
    }

    [Fact(Timeout = 120_000)]
    public async Task CreateService_NodePortThatIsTaken_IsRefused()
    {
        await OkAsync("create service nodeport a --tcp=80:80 --node-port=30777");

        Assert.EndsWith("spec.ports[0].nodePort: Invalid value: 30777: provided port is already allocated", await FailAsync("create service nodeport b --tcp=80:80 --node-port=30777"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task CreateRaw_Object_IsCreated() => Assert.Contains(
        "\"name\":\"raw\"",
        await OkAsync($"create --raw /api/v1/namespaces/{Namespace}/configmaps -f -", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"raw"}}"""), StringComparison.Ordinal);
}
