using ActorKube.Api.Kinds;
using ActorKube.Server.Discovery;

namespace ActorKube.Server.Tests.Discovery;

public sealed class ApiGroupTests
{
    [Fact]
    public void Groups_OfAllKinds_ComeByPriority()
    {
        var names = ApiGroup.Of(BuiltInKinds.Registry).Select(g => g.Name);

        Assert.Equal(
            [
                "", "apiregistration.k8s.io", "apps", "events.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "autoscaling", "batch",
                "certificates.k8s.io", "networking.k8s.io", "policy", "rbac.authorization.k8s.io", "storage.k8s.io", "admissionregistration.k8s.io",
                "apiextensions.k8s.io", "scheduling.k8s.io", "coordination.k8s.io", "node.k8s.io", "discovery.k8s.io", "flowcontrol.apiserver.k8s.io",
            ],
            names);
    }

    [Fact]
    public void Versions_OfAGroup_ComeNewestFirst() =>
        Assert.Equal(["v2", "v1"], ApiGroup.Of(BuiltInKinds.Registry).Single(g => g.Name == "autoscaling").Versions);
}
