using ActorKube.Api.Kinds;
using ActorKube.Api.Rbac;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.Rbac;

public sealed class RbacTests
{
    private const string Role = """{"metadata":{"name":"a"},"rules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}]}""";
    private const string Binding = """{"metadata":{"name":"a"},"roleRef":{"kind":"ClusterRole","name":"r"},"subjects":[{"kind":"User","name":"u"}]}""";

    [Theory]
    [InlineData("Role", "metadata.name", "\"a:B\"", "")]
    [InlineData("Role", "rules.0.verbs", "[]", "Required rules[0].verbs")]
    [InlineData("Role", "rules.0.apiGroups", "[]", "Required rules[0].apiGroups")]
    [InlineData("Role", "rules.0.resources", "[]", "Required rules[0].resources")]
    [InlineData("Role", "rules.0", """{"verbs":["get"],"nonResourceURLs":["/x"]}""", "Invalid rules[0].nonResourceURLs")]
    [InlineData("ClusterRole", "rules.0", """{"verbs":["get"],"nonResourceURLs":["/x"]}""", "")]
    [InlineData("ClusterRole", "rules.0.nonResourceURLs", """["/x"]""", "Invalid rules[0].nonResourceURLs")]
    [InlineData("ClusterRole", "aggregationRule", "{}", "Required aggregationRule.clusterRoleSelectors")]
    [InlineData("ClusterRole", "aggregationRule", """{"clusterRoleSelectors":[{"matchLabels":{"a":"b"}}]}""", "")]
    [InlineData("ClusterRole", "aggregationRule", """{"clusterRoleSelectors":[{"matchExpressions":[{"key":"a","operator":"In"}]}]}""",
        "Invalid aggregationRule.clusterRoleSelectors[0]; Required aggregationRule.clusterRoleSelectors[0].matchExpressions[0].values")]
    public void Validate_EditedRole_FindsExactly(string kind, string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind(kind), KindProbe.Edit(Role, path, value)));

    [Theory]
    [InlineData("RoleBinding", "metadata.name", "\"a\"", "")]
    [InlineData("RoleBinding", "roleRef.kind", "\"Role\"", "")]
    [InlineData("ClusterRoleBinding", "roleRef.kind", "\"Role\"", "NotSupported roleRef.kind")]
    [InlineData("RoleBinding", "roleRef.apiGroup", "\"x\"", "NotSupported roleRef.apiGroup")]
    [InlineData("RoleBinding", "roleRef.name", "\"\"", "Required roleRef.name")]
    [InlineData("RoleBinding", "roleRef.name", "\"a/b\"", "Invalid roleRef.name")]
    [InlineData("RoleBinding", "subjects.0.name", "\"\"", "Required subjects[0].name")]
    [InlineData("RoleBinding", "subjects.0.kind", "\"x\"", "NotSupported subjects[0].kind")]
    [InlineData("RoleBinding", "subjects.0.apiGroup", "\"x\"", "NotSupported subjects[0].apiGroup")]
    [InlineData("RoleBinding", "subjects.0", """{"kind":"ServiceAccount","name":"s"}""", "")]
    [InlineData("ClusterRoleBinding", "subjects.0", """{"kind":"ServiceAccount","name":"s"}""", "Required subjects[0].namespace")]
    [InlineData("RoleBinding", "subjects.0", """{"kind":"ServiceAccount","name":"A","apiGroup":"x"}""", "Invalid subjects[0].name; NotSupported subjects[0].apiGroup")]
    public void Validate_EditedBinding_FindsExactly(string kind, string path, string value, string expected) =>
        Assert.Equal(expected, KindProbe.CreateErrors(Kind(kind), KindProbe.Edit(Binding, path, value)));

    [Theory]
    [InlineData("RoleBinding")]
    [InlineData("ClusterRoleBinding")]
    public void ValidateUpdate_RoleRef_IsImmutable(string kind) =>
        Assert.Equal("Invalid roleRef", KindProbe.UpdateErrors(Kind(kind), Binding, KindProbe.Edit(Binding, "roleRef.name", "\"other\"")));

    [Fact]
    public void ValidateUpdate_Role_IsCheckedTwice() => Assert.Equal(
        "Required rules[0].verbs; Required rules[0].verbs", KindProbe.UpdateErrors(Kind("Role"), Role, KindProbe.Edit(Role, "rules.0.verbs", "[]")));

    [Fact]
    public void Default_Groups_AreThoseOfRbac()
    {
        Assert.Equal("""{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"r"}""", KindProbe.Created(Kind("RoleBinding"), Binding, "roleRef"));
        Assert.Equal("""[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"u"}]""", KindProbe.Created(Kind("RoleBinding"), Binding, "subjects"));
    }

    [Fact]
    public void Cells_Subjects_AreGroupedByKind()
    {
        var json = KindProbe.Edit(Binding, "subjects", """[{"kind":"User","name":"u"},{"kind":"Group","name":"g"},{"kind":"ServiceAccount","name":"s","namespace":"n"},{"kind":"User","name":"v"}]""");

        Assert.Equal(["a", "ClusterRole/r", "<unknown>", "u, v", "g", "n/s"], KindProbe.Cells(Kind("RoleBinding"), json));
    }

    [Fact]
    public void Cells_Role_ShowsTimeOfCreation() =>
        Assert.Equal(["a", "2030-01-02T03:04:05Z"], KindProbe.Cells(Kind("Role"), """{"metadata":{"name":"a","creationTimestamp":"2030-01-02T03:04:05Z"}}"""));

    private static Kind Kind(string name) => RbacKinds.All.Single(k => k.Name == name);
}
