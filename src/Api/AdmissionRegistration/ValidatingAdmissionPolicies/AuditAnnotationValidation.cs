using System.Text;
using ActorKube.Api.Errors;
using ActorKube.Api.Meta;
using ActorKube.Api.Validation;

namespace ActorKube.Api.AdmissionRegistration;

internal static class AuditAnnotationValidation
{
    private const int MaxAnnotations = 20;
    private const int MaxExpressionBytes = 5 * 1024;

    /// <param name="policy">Name of the policy, which is the first part of the annotations' keys.</param>
    public static void Validate(string policy, IReadOnlyList<AuditAnnotation> annotations, FieldPath path, FieldErrors errors)
    {
        if (annotations.Count > MaxAnnotations)
        {
            errors.Invalid(path, Text(annotations), $"must not have more than {MaxAnnotations} auditAnnotations");
        }

        HashSet<string> keys = new(StringComparer.Ordinal);
        foreach (var (i, annotation) in annotations.Index())
        {
            ValidateKey(policy, annotation.Key, path.Index(i).Child("key"), errors);
            ValidateExpression(annotation.ValueExpression.Trim(), path.Index(i).Child("valueExpression"), errors);
            if (!keys.Add(annotation.Key))
            {
                errors.Duplicate(path.Index(i).Child("key"), annotation.Key);
            }
        }
    }

    private static void ValidateKey(string policy, string key, FieldPath path, FieldErrors errors)
    {
        if (policy.Length == 0)
        {
            errors.Invalid(path, key, "requires metadata.name be non-empty");
        }
        else
        {
            errors.InvalidAll(path, $"{policy}/{key}", LabelSyntax.QualifiedName($"{policy}/{key}"));
        }
    }

    private static void ValidateExpression(string expression, FieldPath path, FieldErrors errors)
    {
        if (expression.Length == 0)
        {
            errors.Required(path, "valueExpression is not specified");
        }
        else if (Encoding.UTF8.GetByteCount(expression) > MaxExpressionBytes)
        {
            errors.Required(path, $"must not exceed {MaxExpressionBytes} bytes in length");
        }
    }

    private static GoText Text(IReadOnlyList<AuditAnnotation> annotations) => new(
        "[]admissionregistration.AuditAnnotation{"
        + string.Join(", ", annotations.Select(a => $"admissionregistration.AuditAnnotation{{Key:{GoText.Quote(a.Key)}, ValueExpression:{GoText.Quote(a.ValueExpression)}}}"))
        + "}");
}
