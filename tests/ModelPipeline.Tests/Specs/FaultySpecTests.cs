using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Specs;

public sealed class FaultySpecTests : IDisposable
{
    private readonly SpecFolder _folder = new();

    public FaultySpecTests() => _folder.Write("models/income/model.yaml", "");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("threshold:", "treshold:", "16:12: unknown key 'treshold': did you mean 'threshold'?")]
    [InlineData("owner: retention-team", "owner: retention-team\nxyzzy: 1", "4:1: unknown key 'xyzzy'; known: name, version, owner, monitoring_owner, task, description, hypotheses, depends_on, data, train, evaluate, differential, benchmark, load, package, card, release")]
    [InlineData("owner: retention-team", "owner: retention-team\nowner: other", "4:1: key 'owner' is given twice, first in line 3")]
    [InlineData("owner: retention-team\n", "", "1:1: missing key 'owner' (who answers for the model)")]
    [InlineData("  label: churn\n", "", "6:1: missing key 'data.label' (the column to predict)")]
    [InlineData("owner: retention-team", "owner:", "3:1: 'owner' has no value (who answers for the model)")]
    [InlineData("owner: retention-team", "owner: 42", "3:8: 'owner' must be text, not the number 42: put it in quotes")]
    [InlineData("owner: retention-team", "owner: ' '", "3:8: 'owner' must not be blank")]
    [InlineData("owner: retention-team", "owner: [a, b]", "3:8: 'owner' must be text, not a list")]
    [InlineData("owner: retention-team", "owner: {a: b}", "3:8: 'owner' must be text, not keys with values")]
    [InlineData("owner: retention-team", "owner: \"a\\x07b\"", "3:8: 'owner' must not contain control characters: 'a\\u{7}b'")]
    [InlineData("owner: retention-team", "owner: team\n\"\\e[31m\": 1", "4:1: unknown key '\\u{1B}[31m'; known: name, version, owner, monitoring_owner, task, description, hypotheses, depends_on, data, train, evaluate, differential, benchmark, load, package, card, release")]
    [InlineData("owner: retention-team", "owner: team\n? [a, b]\n: 1", "4:3: a key must be a word")]
    public void A_key_is_judged(string part, string replacement, params string[] faults) =>
        ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("name: churn", "name: Churn", "1:7: 'name' must be lower-case letters, digits and dashes, at most 63, the first one no dash, not 'Churn'")]
    [InlineData("name: churn", "name: income", "1:7: 'name' is 'income', but its folder is 'churn': they must be equal")]
    [InlineData("name: churn", "name: \"churn\\n\"", "1:7: 'name' must be lower-case letters, digits and dashes, at most 63, the first one no dash, not 'churn\\n'")]
    [InlineData("name: churn", "name: reports", "1:7: 'name' is 'reports', which is the name of a folder of runs' workspace: choose another")]
    [InlineData("name: churn", "name: load", "1:7: 'name' is 'load', which is the name of a folder of runs' workspace: choose another")]
    [InlineData("name: churn", "name: artifacts", "1:7: 'name' is 'artifacts', which is the name of a folder of runs' workspace: choose another")]
    [InlineData("name: churn", "name: temp", "1:7: 'name' is 'temp', which is the name of a folder of runs' workspace: choose another")]
    [InlineData("version: 1", "version: 2", "2:10: 'version' is 2, a later format than this build reads: use a newer build, or write 1")]
    [InlineData("version: 1", "version: 0", "2:10: 'version' must be 1, not '0'")]
    [InlineData("version: 1", "version: 1.0", "2:10: 'version' must be 1, not '1.0'")]
    [InlineData("binary-classification", "binary-clasification", "4:7: 'task' must be binary-classification or multiclass-classification or regression, not 'binary-clasification': did you mean 'binary-classification'?")]
    [InlineData("description: Who", "hypotheses: text\ndescription: Who", "5:13: 'hypotheses' must be a list, not 'text': write [text]")]
    [InlineData("description: Who", "hypotheses: [a, ~, a, {b: c}]\ndescription: Who",
        "5:17: 'hypotheses[]' must be text, but has no value",
        "5:20: 'hypotheses' has 'a' twice",
        "5:23: 'hypotheses[]' must be text, not keys with values")]
    [InlineData("description: Who", "depends_on: [churn, chrun, ../incom, incom]\ndescription: Who",
        "5:14: 'depends_on' names this model itself: remove it",
        "5:21: 'depends_on' must name models beside this one: unknown model 'chrun'; known: income",
        "5:28: 'depends_on' must name models beside this one: unknown model '../incom'; known: income",
        "5:38: 'depends_on' must name models beside this one: unknown model 'incom': did you mean 'income'?")]
    public void The_model_is_judged(string part, string replacement, params string[] faults) =>
        ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("data/churn.csv", "/data/churn.csv", "7:9: 'data.path' must be relative to this file, not '/data/churn.csv'")]
    [InlineData("data/churn.csv", "C:/churn.csv", "7:9: 'data.path' must be relative to this file, not 'C:/churn.csv'")]
    [InlineData("data/churn.csv", "https://example.org/churn.csv", "7:9: 'data.path' must be a path, not the URL 'https://example.org/churn.csv'")]
    [InlineData("data/churn.csv", "data\\churn.csv", "7:9: 'data.path' must have '/' between folders, not '\\': 'data\\churn.csv'")]
    [InlineData("data/churn.csv", "\"data\\n.csv\"", "7:9: 'data.path' must be one line without tabs, not 'data\\n.csv'")]
    [InlineData("data/churn.csv", "data/churn.parquet", "7:9: 'data.path' must end in .csv or .csv.gz, not 'data/churn.parquet'")]
    [InlineData("  positive: \"Yes\"\n", "", "6:1: missing key 'data.positive' (the label's value that binary-classification predicts)")]
    [InlineData("positive: \"Yes\"", "positive: ", "6:1: missing key 'data.positive' (the label's value that binary-classification predicts)")]
    [InlineData("key: [customer_id]", "key: customer_id", "10:8: 'data.key' must be a list, not 'customer_id': write [customer_id]")]
    [InlineData("key: [customer_id]", "key: []", "10:8: 'data.key' must name at least one column")]
    [InlineData("key: [customer_id]", "key: [churn]", "10:9: 'data.key' names the column 'churn', which 'data.label' names already: a column has one role")]
    [InlineData("key: [customer_id]", "key: [customer_id, customer_id]", "10:22: 'data.key' has 'customer_id' twice")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  time: customer_id", "11:9: 'data.time' names the column 'customer_id', which 'data.key' names already: a column has one role")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  ignore: [customer_id, churn]",
        "11:12: 'data.ignore' names the column 'customer_id', which 'data.key' names already: a column has one role",
        "11:25: 'data.ignore' names the column 'churn', which 'data.label' names already: a column has one role")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  columns: { age: number, churn: text }",
        "11:19: 'data.columns.age' must be numeric or categorical or time or text, not 'number'",
        "11:34: 'data.columns.churn' cannot be time or text: it is the label")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  time: day\n  columns: { day: text }", "12:19: 'data.columns.day' must be time: 'data.time' names the column")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  ignore: [notes]\n  columns: { notes: text }", "12:21: 'data.columns.notes' has no use: 'data.ignore' names the column")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  columns: { age: numeric, age: text }", "11:28: key 'age' is given twice, first in line 11")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  checks: { missing: 1.01, duplicates: -0.1 }",
        "11:22: 'data.checks.missing' must be from 0 to 1, not 1.01",
        "11:40: 'data.checks.duplicates' must be from 0 to 1, not -0.1")]
    public void The_data_are_judged(string part, string replacement, params string[] faults) =>
        ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("{ test: 0 }", "11:18: 'data.split.test' must be above 0 and below 1, not 0")]
    [InlineData("{ test: 1 }", "11:18: 'data.split.test' must be above 0 and below 1, not 1")]
    [InlineData("{ test: 20% }", "11:18: 'data.split.test' must be a number, not '20%'")]
    [InlineData("{ test: \"0.2\" }", "11:18: 'data.split.test' must be a number, not '0.2' in quotes")]
    [InlineData("{ test: .nan }", "11:18: 'data.split.test' must be a number, not '.nan'")]
    [InlineData("{ test: 1e999 }", "11:18: 'data.split.test' must be above 0 and below 1, not 1e999")]
    [InlineData("{ seed: 1.5 }", "11:18: 'data.split.seed' must be a whole number, not '1.5'")]
    [InlineData("{ seed: 99999999999999999999 }", "11:18: 'data.split.seed' must be a whole number of 64 bits, not '99999999999999999999'")]
    [InlineData("{ method: grouped }", "11:20: 'data.split.method' must be stratified or random or time or group, not 'grouped': did you mean 'group'?")]
    [InlineData("{ method: time }", "11:20: 'data.split.method' is time, but no column is: name it in 'data.time'")]
    [InlineData("{ method: group }", "11:20: 'data.split.method' is group, but no column is named: name it in 'data.split.group'")]
    [InlineData("{ group: household }", "11:19: 'data.split.group' is only for 'data.split.method: group': write that too, or remove it")]
    [InlineData("{ method: random, group: household }", "11:35: 'data.split.group' is only for 'data.split.method: group': write that too, or remove it")]
    [InlineData("{ method: group, group: churn }", "11:34: 'data.split.group' cannot be 'churn': it is the label or the time")]
    [InlineData("0.2", "11:10: 'data.split' must be keys with values, not '0.2'")]
    public void The_split_is_judged(string split, params string[] faults) =>
        ShouldHaveFaults("key: [customer_id]", "key: [customer_id]\n  split: " + split, faults);

    [Theory]
    [InlineData("engine: linear", "engine: xgboost", "12:11: engine 'xgboost' is not in this build; registered: linear")]
    [InlineData("engine: linear", "engine: liner", "12:11: unknown engine 'liner': did you mean 'linear'?")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regresion", "13:12: unknown binary-classification trainer 'logistic-regresion': did you mean 'logistic-regression'?")]
    [InlineData("trainer: logistic-regression", "trainer: ridge-regresion", "13:12: unknown binary-classification trainer 'ridge-regresion'; known: logistic-regression")]
    [InlineData("trainer: logistic-regression", "trainer: ridge-regression", "13:12: trainer 'ridge-regression' is not for binary-classification: use logistic-regression")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { l1: 1, l2: -1, iterations: 0 }",
        "14:17: unknown parameter 'l1': did you mean 'l2'?",
        "14:28: 'train.parameters.l2' must be a finite number of at least 0, not -1",
        "14:44: 'train.parameters.iterations' must be from 1 to 10000, not 0")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { l2: one, iterations: 1.5, solver: 3, intercept: yes }",
        "14:21: 'train.parameters.l2' must be a number, not 'one'",
        "14:38: 'train.parameters.iterations' must be a whole number, not '1.5'",
        "14:51: 'train.parameters.solver' must be text, not the number 3: put it in quotes",
        "14:65: 'train.parameters.intercept' must be true or false, not 'yes'")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { scaling: nome, weights: [1], steps: a, extra: { a: [1] } }",
        "14:26: 'train.parameters.scaling' must be standard or none, not 'nome': did you mean 'none'?",
        "14:41: 'train.parameters.weights' must be keys with values, not a list",
        "14:53: 'train.parameters.steps' must be a list, not 'a': write [a]",
        "14:68: 'train.parameters.extra.a' must be text, not a list")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { weights: { a: -1, b: x } }",
        "14:31: 'train.parameters.weights.a' must be a finite number of at least 0, not -1",
        "14:38: 'train.parameters.weights.b' must be a number, not 'x'")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: [l2]", "14:15: 'train.parameters' must be keys with values, not a list")]
    [InlineData("trainer: logistic-regression", "trainer: logistic-regression\n  parameters: { l2: }", "14:21: 'train.parameters.l2' must be a number, but has no value")]
    public void The_training_is_judged(string part, string replacement, params string[] faults) =>
        ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("auc: { threshold: 0.8 }", "acuracy: { threshold: 0.8 }", "16:5: unknown metric 'acuracy': did you mean 'accuracy'?")]
    [InlineData("auc: { threshold: 0.8 }", "rmse: { threshold: 0.8 }", "16:5: metric 'rmse' is not defined for binary-classification: use auc, pr_auc, accuracy, balanced_accuracy, precision, recall, f1, mcc, log_loss, brier, ece")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 80 }", "16:23: 'evaluate.gates.auc.threshold' must be from 0 to 1, not 80")]
    [InlineData("auc: { threshold: 0.8 }", "mcc: { threshold: -1.1 }", "16:23: 'evaluate.gates.mcc.threshold' must be from -1 to 1, not -1.1")]
    [InlineData("auc: { threshold: 0.8 }", "log_loss: { threshold: -1 }", "16:28: 'evaluate.gates.log_loss.threshold' must be a finite number of at least 0, not -1")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: .inf }", "16:23: 'evaluate.gates.auc.threshold' must be a number, not '.inf'")]
    [InlineData("auc: { threshold: 0.8 }", "auc: high", "16:10: 'evaluate.gates.auc' must be keys with values, not 'high'")]
    [InlineData("auc: { threshold: 0.8 }", "auc: {}", "16:10: 'evaluate.gates.auc' judges nothing: give it a threshold, max_regression or min_improvement")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: }", "16:10: 'evaluate.gates.auc' judges nothing: give it a threshold, max_regression or min_improvement")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { max_regression: -0.01 }", "16:28: 'evaluate.gates.auc.max_regression' must be a finite number of at least 0, not -0.01")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { min_improvement: -1 }", "16:29: 'evaluate.gates.auc.min_improvement' must be a finite number of at least 0, not -1")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { max_regression: 0.01, min_improvement: 0 }",
        "16:51: 'evaluate.gates.auc.min_improvement' demands more than max_regression already: keep one of the two")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8, min_rows: 30 }", "16:28: unknown key 'min_rows'; known: threshold, max_regression, min_improvement")]
    [InlineData("auc: { threshold: 0.8 }", "{}", "16:5: 'evaluate.gates' must have at least one gate: a model that nobody judges cannot pass")]
    [InlineData("    auc: { threshold: 0.8 }\n", "", "15:3: 'evaluate.gates' has no value (at least one: a model that nobody judges cannot pass)")]
    [InlineData("evaluate:\n  gates:\n    auc: { threshold: 0.8 }\n", "", "1:1: missing key 'evaluate' (at least one gate: a model that nobody judges cannot pass)")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slices: [churn, customer_id, female]",
        "17:12: 'evaluate.slices' cannot have 'churn': it is the label, the key or the time",
        "17:19: 'evaluate.slices' cannot have 'customer_id': it is the label, the key or the time")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slices: [[a, b], [b, a], [c, churn], [d, e, f], [], [g, g], ~, [[h]]]",
        "17:20: 'evaluate.slices' has 'b', 'a' twice",
        "17:32: 'evaluate.slices' cannot have 'churn': it is the label, the key or the time",
        "17:41: 'evaluate.slices' can combine 2 columns, not 3",
        "17:51: 'evaluate.slices' has an empty list",
        "17:59: 'evaluate.slices[]' has 'g' twice",
        "17:63: 'evaluate.slices[]' must be text, but has no value",
        "17:67: 'evaluate.slices[][]' must be text, not a list")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slices: female", "17:11: 'evaluate.slices' must be a list, not 'female': write [female]")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  undecided: maybe", "17:14: 'evaluate.undecided' must be fail or pass, not 'maybe'")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slice_gates: { auc: { threshold: 0.7 } }",
        "17:16: 'evaluate.slice_gates' judges slices, but there are none: name columns in 'evaluate.slices'")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slices: []\n  slice_gates: { auc: { threshold: 0.7 } }",
        "18:16: 'evaluate.slice_gates' judges slices, but there are none: name columns in 'evaluate.slices'")]
    [InlineData("auc: { threshold: 0.8 }", "auc: { threshold: 0.8 }\n  slices: [a]\n  slice_gates: { auc: { min_row: 3, threshold: 0.7 }, f1: { min_rows: 30 }, r2: 0.5, mcc: { threshold: 0, min_rows: 0 } }",
        "18:25: unknown key 'min_row': did you mean 'min_rows'?",
        "18:59: 'evaluate.slice_gates.f1' judges nothing: give it a threshold, max_regression or min_improvement",
        "18:77: metric 'r2' is not defined for binary-classification: use auc, pr_auc, accuracy, balanced_accuracy, precision, recall, f1, mcc, log_loss, brier, ece",
        "18:81: 'evaluate.slice_gates.r2' must be keys with values: write r2: { threshold: 0.5 }",
        "18:117: 'evaluate.slice_gates.mcc.min_rows' must be from 1 to 2147483647, not 0")]
    public void The_evaluation_is_judged(string part, string replacement, params string[] faults) =>
        ShouldHaveFaults(part, replacement, faults);

    [Theory]
    [InlineData("differential: { tolerance: { absolute: -0.1, relative: x } }",
        "4:40: 'differential.tolerance.absolute' must be a finite number of at least 0, not -0.1",
        "4:56: 'differential.tolerance.relative' must be a number, not 'x'")]
    [InlineData("differential: { limits: { changed_rows: 2, lost_features: 0.5, training_rows: -1 } }",
        "4:41: 'differential.limits.changed_rows' must be from 0 to 1, not 2",
        "4:59: 'differential.limits.lost_features' must be a whole number, not '0.5'",
        "4:79: 'differential.limits.training_rows' must be a finite number of at least 0, not -1")]
    [InlineData("differential: { limits: { label_shift: -0.1 } }", "4:40: 'differential.limits.label_shift' must be a finite number of at least 0, not -0.1")]
    [InlineData("differential: { limits: { label_shift: .inf } }", "4:40: 'differential.limits.label_shift' must be a number, not '.inf'")]
    [InlineData("differential: { limits: { label_shifts: 0.1 } }", "4:27: unknown key 'label_shifts': did you mean 'label_shift'?")]
    [InlineData("differential: { data: /data/reference.csv }", "4:23: 'differential.data' must be relative to this file, not '/data/reference.csv'")]
    [InlineData("benchmark: { limits: { latency: 0.9, size: 1001, speed: 2 } }",
        "4:33: 'benchmark.limits.latency' must be from 1 to 1000, not 0.9",
        "4:44: 'benchmark.limits.size' must be from 1 to 1000, not 1001",
        "4:50: unknown key 'speed'; known: latency, batch, train, memory, size")]
    [InlineData("load: { rate: 0, seconds: 0.5, arrivals: often, p99_ms: -1, errors: 2, memory_mb: 1.5, cpus: 0 }",
        "4:15: 'load.rate' must be from 0.1 to 1000000, not 0",
        "4:27: 'load.seconds' must be from 1 to 3600, not 0.5",
        "4:42: 'load.arrivals' must be constant or poisson, not 'often'",
        "4:57: 'load.p99_ms' must be from 0.1 to 600000, not -1",
        "4:69: 'load.errors' must be from 0 to 1, not 2",
        "4:83: 'load.memory_mb' must be a whole number, not '1.5'",
        "4:94: 'load.cpus' must be from 0.1 to 1024, not 0")]
    [InlineData("package: { image: \"ghcr.io/acme/churn:1.0\", container: maybe }",
        "4:19: 'package.image' must be an image's name without a tag, such as ghcr.io/acme/churn, not 'ghcr.io/acme/churn:1.0'",
        "4:56: 'package.container' must be required or optional, not 'maybe'")]
    [InlineData("package: { image: Churn }", "4:19: 'package.image' must be an image's name without a tag, such as ghcr.io/acme/churn, not 'Churn'")]
    public void The_comparisons_and_the_service_are_judged(string section, params string[] faults) =>
        ShouldHaveFaults("owner: retention-team", $"owner: retention-team\n{section}", faults);

    [Theory]
    [InlineData("approvals: -1", "4:23: 'release.approvals' must be from 0 to 100, not -1")]
    [InlineData("approvals: 101", "4:23: 'release.approvals' must be from 0 to 100, not 101")]
    [InlineData("approvals: 1.0", "4:23: 'release.approvals' must be a whole number, not '1.0'")]
    [InlineData("approvals: two", "4:23: 'release.approvals' must be a whole number, not 'two'")]
    [InlineData("first: yes", "4:19: 'release.first' must be true or false, not 'yes'")]
    [InlineData("first: \"true\"", "4:19: 'release.first' must be true or false, not 'true' in quotes")]
    [InlineData("code_owners: maybe", "4:25: 'release.code_owners' must be true or false, not 'maybe'")]
    [InlineData("bots: me", "4:18: 'release.bots' must be a list, not 'me': write [me]")]
    [InlineData("checks: [ci, ci]", "4:25: 'release.checks' has 'ci' twice")]
    [InlineData("checks: [ci], allow_neutral: [lint]", "4:42: 'release.allow_neutral' names 'lint', which is not in 'release.checks'")]
    [InlineData("bump: huge", "4:18: 'release.bump' must be auto or patch or minor or major, not 'huge'")]
    [InlineData("stages: []", "4:20: 'release.stages' needs at least one stage")]
    [InlineData("stages: [staging, 'prod#1']", "4:30: 'release.stages' names 'prod#1': a stage has lower-case letters, digits and dashes, at most 63, the first one no dash")]
    public void The_release_is_judged(string release, params string[] faults) =>
        ShouldHaveFaults("owner: retention-team", $"owner: retention-team\nrelease: {{ {release} }}", faults);

    [Theory]
    [InlineData("binary-classification", "regression",
        "9:13: 'data.positive' is for binary-classification only, not for regression: remove it",
        "13:12: trainer 'logistic-regression' is not for regression: use ridge-regression",
        "16:5: metric 'auc' is not defined for regression: use r2, rmse, mae, mape, median_ae")]
    [InlineData("key: [customer_id]", "key: [customer_id]\n  split: { method: stratified }\n  columns: { churn: categorical }",
        "10:20: 'data.split.method' cannot be stratified for regression: use random, time or group",
        "11:21: 'data.columns.churn' must be numeric: it is the label of a regression")]
    [InlineData("evaluate:", "differential: { limits: { label_flips: 0.1, negative_flips: 0.1 } }\nevaluate:",
        "13:40: 'differential.limits.label_flips' is for classification only, not for regression: remove it",
        "13:61: 'differential.limits.negative_flips' is for classification only, not for regression: remove it")]
    public void A_regression_is_judged_as_one(string part, string replacement, params string[] faults)
    {
        var regression = SpecFolder.Minimal.Replace("binary-classification", "regression").Replace("  positive: \"Yes\"\n", "")
            .Replace("logistic-", "ridge-").Replace("auc", "r2");
        var yaml = part == "binary-classification" ? SpecFolder.Minimal.Replace(part, replacement) : regression.Replace(part, replacement);

        SpecFolder.FaultsOf(_folder.Read(yaml)).ShouldBe(faults);
    }

    [Fact]
    public void Every_fault_is_reported_at_once_in_the_order_of_places()
    {
        var reading = _folder.Read(
            """
            name: churn
            versoin: 1
            owner: 1
            task: binary-classification
            data:
              split: { test: 2, seed: x }
              key: [a, a]
              path: /x
            train: none
            release: { approvals: -1 }
            """);

        reading.Spec.ShouldBeNull();
        SpecFolder.FaultsOf(reading).ShouldBe(
        [
            "1:1: missing key 'description' (one sentence: what the model is for)",
            "1:1: missing key 'evaluate' (at least one gate: a model that nobody judges cannot pass)",
            "2:1: unknown key 'versoin': did you mean 'version'?",
            "3:8: 'owner' must be text, not the number 1: put it in quotes",
            "5:1: missing key 'data.label' (the column to predict)",
            "5:1: missing key 'data.positive' (the label's value that binary-classification predicts)",
            "6:18: 'data.split.test' must be above 0 and below 1, not 2",
            "6:27: 'data.split.seed' must be a whole number, not 'x'",
            "7:12: 'data.key' has 'a' twice",
            "8:9: 'data.path' must be relative to this file, not '/x'",
            "9:8: 'train' must be keys with values, not 'none'",
            "10:23: 'release.approvals' must be from 0 to 100, not -1",
        ]);
    }

    [Fact]
    public void A_fault_is_written_with_the_file_as_the_caller_named_it()
    {
        new SpecFault("models/churn/model.yaml", 3, 7, "wrong").ToString().ShouldBe("models/churn/model.yaml:3:7: wrong");
        _folder.Read("[]").Faults.ShouldAllBe(fault => fault.File == _folder.SpecPath);
    }

    [Fact]
    public void Without_engines_the_fault_says_that_none_is_registered()
    {
        _folder.Write("models/churn/model.yaml", SpecFolder.Minimal);

        var reading = new SpecReader([]).Read(_folder.SpecPath);

        SpecFolder.FaultsOf(reading).ShouldBe(["12:11: engine 'linear' is not in this build; registered: none"]);
    }

    private void ShouldHaveFaults(string part, string replacement, string[] faults)
    {
        var reading = _folder.ReadWith(part, replacement);

        SpecFolder.FaultsOf(reading).ShouldBe(faults);
        reading.Spec.ShouldBeNull();
    }
}
