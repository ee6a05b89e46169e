using ActorKube.Api.Meta;

namespace ActorKube.Api.FlowControl;

/// <summary>Specifications in Go's syntax, as messages about fixed objects show them.</summary>
internal static class FlowSchemaGoText
{
    private const string Package = "flowcontrol.";

    public static GoText Of(FlowDistinguisherMethod method) => new($"{Package}FlowDistinguisherMethod{{Type:{GoText.Quote(method.Type)}}}");

    public static GoText Of(FlowSchemaSpec spec) => new(
        $"{Package}FlowSchemaSpec{{PriorityLevelConfiguration:{Package}PriorityLevelConfigurationReference{{Name:{GoText.Quote(spec.PriorityLevelConfiguration.Name)}}}, "
        + $"MatchingPrecedence:{spec.MatchingPrecedence}, DistinguisherMethod:{GoText.Pointer(Package + "FlowDistinguisherMethod", spec.DistinguisherMethod)}, "
        + $"Rules:{List("PolicyRulesWithSubjects", spec.Rules, Rule)}}}");

    private static string Rule(PolicyRulesWithSubjects rule) =>
        $"Subjects:{List("Subject", rule.Subjects, Subject)}, ResourceRules:{List("ResourcePolicyRule", rule.ResourceRules, Resources)}, "
        + $"NonResourceRules:{List("NonResourcePolicyRule", rule.NonResourceRules, Urls)}";

    private static string Subject(Subject subject) =>
        $"Kind:{GoText.Quote(subject.Kind)}, User:{GoText.Pointer(Package + "UserSubject", subject.User)}, "
        + $"Group:{GoText.Pointer(Package + "GroupSubject", subject.Group)}, ServiceAccount:{GoText.Pointer(Package + "ServiceAccountSubject", subject.ServiceAccount)}";

    private static string Resources(ResourcePolicyRule rule) =>
        $"Verbs:{GoText.List("string", rule.Verbs)}, APIGroups:{GoText.List("string", rule.ApiGroups)}, Resources:{GoText.List("string", rule.Resources)}, "
        + $"ClusterScope:{(rule.ClusterScope ? "true" : "false")}, Namespaces:{GoText.List("string", rule.Namespaces)}";

    private static string Urls(NonResourcePolicyRule rule) =>
        $"Verbs:{GoText.List("string", rule.Verbs)}, NonResourceURLs:{GoText.List("string", rule.NonResourceURLs)}";

    private static string List<T>(string type, IReadOnlyList<T>? items, Func<T, string> fields) => items is null
        ? $"[]{Package}{type}(nil)"
        : $"[]{Package}{type}{{{string.Join(", ", items.Select(item => $"{Package}{type}{{{fields(item)}}}"))}}}";
}
